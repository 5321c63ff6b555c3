# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket" "firmware" {
  bucket = "example-firmware"
  tags = {
    "bulwark:data-class" = "firmware"
  }
}

resource "aws_kms_key" "firmware" {
  key_usage = terraform_data.later.output
}
