# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cloudwatch_log_group" "iot" {
  name       = "AWSIotLogsV2"
  kms_key_id = terraform_data.later.output
}
