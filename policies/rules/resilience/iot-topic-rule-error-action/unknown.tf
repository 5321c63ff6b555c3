# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

# Written, though not known yet: failed messages do go somewhere. This passes.
resource "aws_iot_topic_rule" "telemetry" {
  name        = "telemetry"
  enabled     = true
  sql         = "SELECT temperature FROM 'fleet/+/telemetry'"
  sql_version = "2016-03-23"
  error_action {
    lambda {
      function_arn = terraform_data.later.output
    }
  }
  firehose {
    delivery_stream_name = "telemetry"
    role_arn             = "arn:aws:iam::123456789012:role/telemetry"
  }
}
