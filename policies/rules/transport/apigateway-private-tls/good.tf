resource "aws_apigatewayv2_api" "app" {
  name          = "app"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "backend" {
  api_id             = aws_apigatewayv2_api.app.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  connection_type    = "VPC_LINK"
  connection_id      = "abc123"
  integration_uri    = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/backend/50dc6c495c0c9188/f2f7dc8efc522ab2"
  tls_config {
    server_name_to_verify = "backend.example.com"
  }
}
