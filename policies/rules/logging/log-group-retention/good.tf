resource "aws_cloudwatch_log_group" "iot" {
  name              = "AWSIotLogsV2"
  retention_in_days = 365
}
