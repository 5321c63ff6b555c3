# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_backup_vault" "fleet" {
  name        = "fleet"
  kms_key_arn = terraform_data.later.output
}
