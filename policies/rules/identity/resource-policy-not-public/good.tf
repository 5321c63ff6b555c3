resource "aws_dynamodb_resource_policy" "devices" {
  resource_arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/devices"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "dynamodb:GetItem"
      Resource  = "arn:aws:dynamodb:eu-central-1:123456789012:table/devices"
    }]
  })
}
