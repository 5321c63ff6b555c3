# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_lambda_permission" "uploads" {
  action        = "lambda:InvokeFunction"
  function_name = "verify-upload"
  principal     = terraform_data.later.output
  source_arn    = "arn:aws:s3:::firmware-uploads"
}
