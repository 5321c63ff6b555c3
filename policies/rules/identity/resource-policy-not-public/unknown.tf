# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_dynamodb_resource_policy" "devices" {
  resource_arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/devices"
  policy       = terraform_data.later.output
}
