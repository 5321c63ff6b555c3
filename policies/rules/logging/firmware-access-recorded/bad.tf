resource "aws_s3_bucket" "firmware" {
  bucket = "example-firmware"
  tags = {
    "bulwark:data-class" = "firmware"
  }
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "example-audit"
}
