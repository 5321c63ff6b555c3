# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_secretsmanager_secret_policy" "partner" {
  secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:partner-a1b2c3"
  policy     = terraform_data.later.output
}
