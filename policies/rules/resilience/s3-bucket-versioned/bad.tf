resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

resource "aws_s3_bucket_versioning" "telemetry" {
  bucket = aws_s3_bucket.telemetry.bucket
  versioning_configuration {
    status = "Suspended"
  }
}
