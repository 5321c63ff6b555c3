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
  }
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = terraform_data.later.output
  }
}
