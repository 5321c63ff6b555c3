# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_apigatewayv2_route" "command" {
  api_id             = "a1b2c3d4e5"
  route_key          = "POST /command"
  authorization_type = terraform_data.later.output
}
