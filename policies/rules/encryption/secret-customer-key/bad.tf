resource "aws_secretsmanager_secret" "partner" {
  name = "partner"
}
