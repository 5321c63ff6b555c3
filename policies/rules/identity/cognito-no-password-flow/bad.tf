resource "aws_cognito_user_pool_client" "app" {
  name                = "app"
  user_pool_id        = "eu-central-1_a1b2c3d4e"
  explicit_auth_flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}
