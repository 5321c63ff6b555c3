# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_s3_bucket" "firmware" {
  bucket        = "example-firmware"
  force_destroy = terraform_data.later.output == "yes"
  tags = {
    "bulwark:data-class" = "firmware"
  }
}
