# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  package_type  = terraform_data.later.output
  image_uri     = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/worker:1"
}
