# Known only after apply: a container image would need no configuration.
resource "terraform_data" "later" {
  input = "Zip"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  s3_bucket     = "code"
  s3_key        = "worker.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  package_type  = terraform_data.later.output
}
