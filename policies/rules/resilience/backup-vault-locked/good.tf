resource "aws_backup_vault" "fleet" {
  name = "fleet"
}

resource "aws_backup_vault_lock_configuration" "fleet" {
  backup_vault_name   = aws_backup_vault.fleet.name
  min_retention_days  = 7
  changeable_for_days = 3
}
