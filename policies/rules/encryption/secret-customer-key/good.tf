resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "partner" {
  name       = "partner"
  kms_key_id = aws_kms_key.data.arn
}
