resource "aws_cognito_user_pool_client" "app" {
  name                          = "app"
  user_pool_id                  = "eu-central-1_a1b2c3d4e"
  prevent_user_existence_errors = "ENABLED"
}
