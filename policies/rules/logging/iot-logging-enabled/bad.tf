resource "aws_iot_logging_options" "this" {
  role_arn          = "arn:aws:iam::123456789012:role/iot-logging"
  default_log_level = "ERROR"
}
