resource "aws_backup_vault" "fleet" {
  name = "fleet"
}
