# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_apigatewayv2_api" "app" {
  name          = "app"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = [terraform_data.later.output]
  }
}
