# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_logging_options" "this" {
  role_arn          = "arn:aws:iam::123456789012:role/iot-logging"
  default_log_level = terraform_data.later.output
}
