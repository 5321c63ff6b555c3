# Next week's pull request: depots get a console that sends commands to trackers.

resource "aws_iot_policy" "depot" {
  name = "${local.name}-depot"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iot:*", Resource = "*" }]
  })
}

# And the queues the old way once more, for a third carrier: known mistakes in a new place are new findings.
resource "aws_sqs_queue" "depot" {
  name                      = "${local.name}-depot"
  message_retention_seconds = 345600
}
