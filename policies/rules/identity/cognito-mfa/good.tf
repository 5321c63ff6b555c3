resource "aws_cognito_user_pool" "operators" {
  name              = "operators"
  mfa_configuration = "ON"
  software_token_mfa_configuration {
    enabled = true
  }
}
