resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

# Nobody knows yet which bucket this logs.
resource "aws_s3_bucket_logging" "some_bucket" {
  bucket        = terraform_data.later.output
  target_bucket = "example-logs"
  target_prefix = "some/"
}
