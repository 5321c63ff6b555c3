resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "iot" {
  name       = "AWSIotLogsV2"
  kms_key_id = aws_kms_key.data.arn
}
