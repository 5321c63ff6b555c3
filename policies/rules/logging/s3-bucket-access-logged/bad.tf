resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}
