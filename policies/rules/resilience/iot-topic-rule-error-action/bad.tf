resource "aws_iot_topic_rule" "telemetry" {
  name        = "telemetry"
  enabled     = true
  sql         = "SELECT temperature FROM 'fleet/+/telemetry'"
  sql_version = "2016-03-23"
  firehose {
    delivery_stream_name = "telemetry"
    role_arn             = "arn:aws:iam::123456789012:role/telemetry"
  }
}
