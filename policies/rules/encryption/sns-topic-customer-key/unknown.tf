# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_sns_topic" "alerts" {
  name              = "alerts"
  kms_master_key_id = terraform_data.later.output
}
