# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cognito_user_pool" "operators" {
  name              = "operators"
  mfa_configuration = terraform_data.later.output
  software_token_mfa_configuration {
    enabled = true
  }
}
