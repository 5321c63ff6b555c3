resource "aws_secretsmanager_secret_version" "partner" {
  secret_id     = "partner"
  secret_string = "stands in the state"
}
