# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_guardduty_detector" "account" {
  finding_publishing_frequency = terraform_data.later.output
}
