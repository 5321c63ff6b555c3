# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_appsync_graphql_api" "app" {
  name                = "app"
  authentication_type = "AWS_IAM"
}

resource "aws_wafv2_web_acl_association" "app" {
  resource_arn = terraform_data.later.output
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/app/11111111-2222-3333-4444-555555555555"
}
