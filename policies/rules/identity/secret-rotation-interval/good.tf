resource "aws_secretsmanager_secret" "partner" {
  name = "partner"
}

resource "aws_secretsmanager_secret_rotation" "partner" {
  secret_id           = aws_secretsmanager_secret.partner.id
  rotation_lambda_arn = "arn:aws:lambda:eu-central-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}
