resource "aws_appsync_graphql_api" "app" {
  name                = "app"
  authentication_type = "AWS_IAM"
}
