resource "aws_secretsmanager_secret_version" "partner" {
  secret_id                = "partner"
  secret_string_wo         = "given at apply"
  secret_string_wo_version = 1
}
