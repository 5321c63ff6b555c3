resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  filename      = "worker.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  environment {
    variables = {
      TABLE = "devices"
    }
  }
  kms_key_arn = aws_kms_key.data.arn
}
