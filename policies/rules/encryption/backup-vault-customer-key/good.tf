resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_backup_vault" "fleet" {
  name        = "fleet"
  kms_key_arn = aws_kms_key.data.arn
}
