resource "aws_backup_plan" "fleet" {
  name = "fleet"
  rule {
    rule_name         = "daily"
    target_vault_name = "fleet"
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 35
    }
  }
}
