resource "aws_s3_bucket" "firmware" {
  bucket        = "example-firmware"
  force_destroy = false
  tags = {
    "bulwark:data-class" = "firmware"
  }
}
