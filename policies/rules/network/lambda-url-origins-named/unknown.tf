# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lambda_function_url" "worker" {
  function_name      = "worker"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = [terraform_data.later.output]
  }
}
