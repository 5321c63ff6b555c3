# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lambda_function_url" "worker" {
  function_name      = "worker"
  authorization_type = terraform_data.later.output
}
