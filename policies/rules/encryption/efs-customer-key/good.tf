resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_efs_file_system" "state" {
  creation_token = "state"
  encrypted      = true
  kms_key_id     = aws_kms_key.data.arn
}
