resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket_ownership_controls" "telemetry" {
  bucket = aws_s3_bucket.telemetry.bucket
  rule {
    object_ownership = terraform_data.later.output
  }
}
