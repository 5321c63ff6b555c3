resource "aws_backup_vault" "fleet" {
  name          = "fleet"
  force_destroy = false
}
