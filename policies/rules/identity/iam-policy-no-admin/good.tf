resource "aws_iam_role_policy" "telemetry" {
  name = "telemetry"
  role = "telemetry"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "firehose:PutRecord", Resource = "arn:aws:firehose:eu-central-1:123456789012:deliverystream/telemetry" }]
  })
}
