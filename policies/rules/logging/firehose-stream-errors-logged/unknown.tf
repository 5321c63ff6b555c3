# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_kinesis_firehose_delivery_stream" "telemetry" {
  name        = "telemetry"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/telemetry"
    bucket_arn = "arn:aws:s3:::example-telemetry"
    cloudwatch_logging_options {
      enabled         = terraform_data.later.output == "yes"
      log_group_name  = "/aws/kinesisfirehose/telemetry"
      log_stream_name = "delivery"
    }
  }
}
