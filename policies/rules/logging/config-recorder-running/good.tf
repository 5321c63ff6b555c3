resource "aws_config_configuration_recorder_status" "account" {
  name       = "account"
  is_enabled = true
}
