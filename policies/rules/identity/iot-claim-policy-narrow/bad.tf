resource "aws_iot_policy" "claim" {
  name = "claim"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iot:Connect"
        Resource = "arn:aws:iot:eu-central-1:123456789012:client/provisioning-*"
      },
      {
        Effect = "Allow"
        Action = ["iot:Publish", "iot:Receive"]
        Resource = [
          "arn:aws:iot:eu-central-1:123456789012:topic/$aws/certificates/create-from-csr/*",
          "arn:aws:iot:eu-central-1:123456789012:topic/$aws/provisioning-templates/lock/provision/*",
        ]
      },
      {
        Effect   = "Allow"
        Action   = "iot:Publish"
        Resource = "arn:aws:iot:eu-central-1:123456789012:topic/fleet/*"
      },
    ]
  })
}
