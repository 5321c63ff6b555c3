# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket = "telemetry-lake"
  rule {
    id     = "retention"
    status = terraform_data.later.output
    filter {}
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}
