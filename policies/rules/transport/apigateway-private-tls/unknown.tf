# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_apigatewayv2_api" "app" {
  name          = "app"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "backend" {
  api_id             = aws_apigatewayv2_api.app.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  connection_type    = terraform_data.later.output == "yes" ? "VPC_LINK" : "INTERNET"
  connection_id      = "abc123"
  integration_uri    = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/backend/50dc6c495c0c9188/f2f7dc8efc522ab2"
}
