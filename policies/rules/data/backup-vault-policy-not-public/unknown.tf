# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_backup_vault_policy" "fleet" {
  backup_vault_name = "fleet"
  policy            = terraform_data.later.output
}
