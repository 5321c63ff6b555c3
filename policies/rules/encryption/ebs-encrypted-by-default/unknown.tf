# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ebs_encryption_by_default" "account" {
  enabled = terraform_data.later.output == "yes"
}
