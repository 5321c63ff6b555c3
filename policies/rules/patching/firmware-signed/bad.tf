resource "aws_s3_bucket" "firmware" {
  bucket = "example-firmware"
  tags = {
    "bulwark:data-class" = "firmware"
  }
}
