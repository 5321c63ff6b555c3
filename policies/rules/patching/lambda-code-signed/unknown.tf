# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lambda_function" "worker" {
  function_name           = "worker"
  role                    = "arn:aws:iam::123456789012:role/worker"
  filename                = "worker.zip"
  handler                 = "index.handler"
  runtime                 = "nodejs22.x"
  code_signing_config_arn = trimspace(terraform_data.later.output)
}
