resource "aws_s3_bucket_acl" "lake" {
  bucket = "telemetry-lake"
  acl    = "private"
}
