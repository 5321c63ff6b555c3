resource "aws_lambda_permission" "uploads" {
  action        = "lambda:InvokeFunction"
  function_name = "verify-upload"
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::firmware-uploads"
}
