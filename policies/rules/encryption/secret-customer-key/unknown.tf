# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_secretsmanager_secret" "partner" {
  name       = "partner"
  kms_key_id = terraform_data.later.output
}
