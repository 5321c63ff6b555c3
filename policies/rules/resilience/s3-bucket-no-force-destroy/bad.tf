resource "aws_s3_bucket" "firmware" {
  bucket        = "example-firmware"
  force_destroy = true
  tags = {
    "bulwark:data-class" = "firmware"
  }
}
