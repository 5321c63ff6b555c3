resource "aws_ssm_parameter" "endpoint" {
  name  = "/partner/endpoint"
  type  = "SecureString"
  value = "x"
}
