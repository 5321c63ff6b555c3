resource "aws_apigatewayv2_api" "app" {
  name          = "app"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://app.example.com"]
  }
}
