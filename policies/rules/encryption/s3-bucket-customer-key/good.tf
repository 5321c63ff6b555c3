resource "aws_s3_bucket" "telemetry" {
  bucket = "example-telemetry"
}

resource "aws_kms_key" "telemetry" {
  enable_key_rotation = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "telemetry" {
  bucket = aws_s3_bucket.telemetry.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.telemetry.arn
    }
  }
}
