# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ssm_parameter" "partner" {
  name  = "/partner/token"
  type  = terraform_data.later.output
  value = "stands in the state"
}
