resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket_lifecycle_configuration" "telemetry" {
  bucket = aws_s3_bucket.telemetry.bucket
  rule {
    id     = "retention"
    status = terraform_data.later.output
    filter {}
    expiration {
      days = 365
    }
  }
}
