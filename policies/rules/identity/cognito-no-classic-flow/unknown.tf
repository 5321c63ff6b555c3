# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cognito_identity_pool" "users" {
  identity_pool_name = "users"
  allow_classic_flow = terraform_data.later.output == "yes"
}
