# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cognito_user_pool" "users" {
  name = "users"
  password_policy {
    minimum_length = length(terraform_data.later.output)
  }
}
