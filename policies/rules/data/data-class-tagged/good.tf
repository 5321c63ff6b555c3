resource "aws_sqs_queue" "failed" {
  name = "failed"
  tags = {
    "bulwark:data-class" = "telemetry"
  }
}
