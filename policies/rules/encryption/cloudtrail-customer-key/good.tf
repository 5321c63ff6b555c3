resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-audit"
  kms_key_id     = aws_kms_key.data.arn
}
