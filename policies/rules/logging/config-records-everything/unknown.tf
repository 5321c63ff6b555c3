# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_config_configuration_recorder" "account" {
  name     = "account"
  role_arn = "arn:aws:iam::123456789012:role/config"
  recording_group {
    all_supported                 = terraform_data.later.output == "yes"
    include_global_resource_types = true
  }
}
