resource "aws_cognito_user_pool" "users" {
  name = "users"
  password_policy {
    minimum_length = 8
  }
}
