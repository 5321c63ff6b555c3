resource "aws_s3_bucket" "firmware" {
  bucket              = "example-firmware"
  object_lock_enabled = true
  tags = {
    "bulwark:data-class" = "firmware"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "firmware" {
  bucket = aws_s3_bucket.firmware.bucket
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}
