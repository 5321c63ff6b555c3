# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cognito_user_pool" "users" {
  name                = "users"
  deletion_protection = terraform_data.later.output
}
