# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lambda_permission" "hook" {
  action        = "lambda:InvokeFunction"
  function_name = "hook"
  principal     = terraform_data.later.output
}
