resource "aws_lambda_runtime_management_config" "worker" {
  function_name     = "worker"
  update_runtime_on = "Auto"
}
