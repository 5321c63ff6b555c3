resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_ssm_parameter" "endpoint" {
  name             = "/partner/endpoint"
  type             = "SecureString"
  value_wo         = "given at apply"
  value_wo_version = 1
  key_id           = aws_kms_key.data.arn
}
