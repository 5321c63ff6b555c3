resource "aws_lambda_permission" "hook" {
  action        = "lambda:InvokeFunction"
  function_name = "hook"
  principal     = "iot.amazonaws.com"
}
