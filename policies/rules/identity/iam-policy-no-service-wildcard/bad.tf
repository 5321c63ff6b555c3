resource "aws_iam_role_policy" "telemetry" {
  name = "telemetry"
  role = "telemetry"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iot:*", Resource = "*" }]
  })
}
