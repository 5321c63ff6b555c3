# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_guardduty_detector" "account" {
  enable = terraform_data.later.output == "yes"
}
