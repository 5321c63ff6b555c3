# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cognito_user_pool_client" "app" {
  name                = "app"
  user_pool_id        = "eu-central-1_a1b2c3d4e"
  explicit_auth_flows = [terraform_data.later.output]
}
