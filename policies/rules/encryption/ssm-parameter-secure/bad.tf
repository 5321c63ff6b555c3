resource "aws_ssm_parameter" "endpoint" {
  name  = "/partner/endpoint"
  type  = "String"
  value = "x"
}
