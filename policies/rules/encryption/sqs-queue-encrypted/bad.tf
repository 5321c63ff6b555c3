resource "aws_sqs_queue" "failed" {
  name                    = "failed"
  sqs_managed_sse_enabled = false
}
