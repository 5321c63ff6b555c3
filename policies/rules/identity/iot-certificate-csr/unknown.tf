# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

# Written, though not known yet: the request exists, so no key is made by AWS. This passes.
resource "aws_iot_certificate" "gateway" {
  active = true
  csr    = terraform_data.later.output
}
