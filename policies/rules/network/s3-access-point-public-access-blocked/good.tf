resource "aws_s3_access_point" "readers" {
  bucket = "telemetry-lake"
  name   = "readers"
}
