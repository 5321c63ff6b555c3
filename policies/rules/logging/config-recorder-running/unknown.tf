# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_config_configuration_recorder_status" "account" {
  name       = "account"
  is_enabled = terraform_data.later.output == "yes"
}
