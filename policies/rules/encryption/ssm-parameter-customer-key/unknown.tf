# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ssm_parameter" "endpoint" {
  name             = "/partner/endpoint"
  type             = "SecureString"
  value_wo         = "given at apply"
  value_wo_version = 1
  key_id           = terraform_data.later.output
}
