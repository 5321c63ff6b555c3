resource "aws_s3_access_point" "readers" {
  bucket = "telemetry-lake"
  name   = "readers"
  public_access_block_configuration {
    block_public_policy     = false
    restrict_public_buckets = false
  }
}
