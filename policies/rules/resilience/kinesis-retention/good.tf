resource "aws_kinesis_stream" "telemetry" {
  name             = "telemetry"
  shard_count      = 1
  retention_period = 168
}
