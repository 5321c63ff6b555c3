resource "aws_appsync_graphql_api" "fleet" {
  name                = "fleet"
  authentication_type = "API_KEY"
}
