# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lambda_runtime_management_config" "worker" {
  function_name     = "worker"
  update_runtime_on = terraform_data.later.output
}
