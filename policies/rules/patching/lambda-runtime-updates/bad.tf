resource "aws_lambda_runtime_management_config" "worker" {
  function_name       = "worker"
  update_runtime_on   = "Manual"
  runtime_version_arn = "arn:aws:lambda:eu-central-1::runtime:0000000000000000000000000000000000000000000000000000000000000000"
}
