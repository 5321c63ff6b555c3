resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

resource "aws_s3_bucket_ownership_controls" "telemetry" {
  bucket = aws_s3_bucket.telemetry.bucket
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
