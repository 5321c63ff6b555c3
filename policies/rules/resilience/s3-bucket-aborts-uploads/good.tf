resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket = "telemetry-lake"
  rule {
    id     = "retention"
    status = "Enabled"
    filter {}
    expiration {
      days = 90
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}
