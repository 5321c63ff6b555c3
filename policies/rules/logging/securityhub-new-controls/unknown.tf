# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_securityhub_account" "account" {
  auto_enable_controls = terraform_data.later.output == "yes"
}
