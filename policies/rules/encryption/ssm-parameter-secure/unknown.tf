# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ssm_parameter" "endpoint" {
  name  = "/partner/endpoint"
  type  = terraform_data.later.output
  value = "x"
}
