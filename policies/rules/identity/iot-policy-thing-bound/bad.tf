resource "aws_iot_policy" "device" {
  name = "device"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iot:UpdateThingShadow"
        Resource = "arn:aws:iot:eu-central-1:123456789012:thing/*"
      },
    ]
  })
}
