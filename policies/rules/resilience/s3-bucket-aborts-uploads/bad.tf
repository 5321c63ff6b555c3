resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket = "telemetry-lake"
  rule {
    id     = "retention"
    status = "Enabled"
    filter {}
    expiration {
      days = 90
    }
  }
}
