# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_kinesis_stream" "telemetry" {
  name             = "telemetry"
  shard_count      = 1
  retention_period = length(terraform_data.later.output)
}
