# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_appsync_graphql_api" "fleet" {
  name                = "fleet"
  authentication_type = terraform_data.later.output
}
