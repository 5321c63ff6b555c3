resource "aws_cloudwatch_log_group" "iot" {
  name = "AWSIotLogsV2"
}
