# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_topic_rule" "telemetry" {
  name        = "telemetry"
  enabled     = true
  sql         = "SELECT temperature FROM 'fleet/+/telemetry'"
  sql_version = "2016-03-23"
  dynamic "error_action" {
    for_each = toset([terraform_data.later.output])
    content {
      lambda {
        function_arn = error_action.value
      }
    }
  }
  firehose {
    delivery_stream_name = "telemetry"
    role_arn             = "arn:aws:iam::123456789012:role/telemetry"
  }
}
