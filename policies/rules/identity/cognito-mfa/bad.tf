resource "aws_cognito_user_pool" "operators" {
  name              = "operators"
  mfa_configuration = "OPTIONAL"
  software_token_mfa_configuration {
    enabled = true
  }
}
