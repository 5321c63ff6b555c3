resource "aws_kms_key" "data" {
  description = "Telemetry"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Alarms"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
