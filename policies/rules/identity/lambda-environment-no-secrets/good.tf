resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  filename      = "worker.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  environment {
    variables = { API_TOKEN_ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:api-a1b2c3" }
  }
}
