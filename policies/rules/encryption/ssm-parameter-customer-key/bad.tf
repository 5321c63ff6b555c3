resource "aws_ssm_parameter" "endpoint" {
  name             = "/partner/endpoint"
  type             = "SecureString"
  value_wo         = "given at apply"
  value_wo_version = 1
}
