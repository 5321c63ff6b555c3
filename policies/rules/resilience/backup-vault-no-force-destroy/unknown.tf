# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_backup_vault" "fleet" {
  name          = "fleet"
  force_destroy = terraform_data.later.output == "yes"
}
