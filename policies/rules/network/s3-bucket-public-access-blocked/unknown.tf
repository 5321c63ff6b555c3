resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket_public_access_block" "telemetry" {
  bucket                  = aws_s3_bucket.telemetry.bucket
  block_public_acls       = true
  block_public_policy     = terraform_data.later.output == "open"
  ignore_public_acls      = true
  restrict_public_buckets = true
}
