resource "aws_secretsmanager_secret_policy" "partner" {
  secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:partner-a1b2c3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}
