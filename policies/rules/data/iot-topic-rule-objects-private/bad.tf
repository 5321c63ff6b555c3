resource "aws_iot_topic_rule" "telemetry" {
  name        = "telemetry"
  enabled     = true
  sql         = "SELECT temperature FROM 'fleet/+/telemetry'"
  sql_version = "2016-03-23"
  s3 {
    bucket_name = "example-telemetry"
    key         = "telemetry/$${topic(3)}/$${timestamp()}"
    role_arn    = "arn:aws:iam::123456789012:role/telemetry"
    canned_acl  = "public-read"
  }
  error_action {
    sqs {
      queue_url  = "https://sqs.eu-central-1.amazonaws.com/123456789012/failed"
      role_arn   = "arn:aws:iam::123456789012:role/failed"
      use_base64 = false
    }
  }
}
