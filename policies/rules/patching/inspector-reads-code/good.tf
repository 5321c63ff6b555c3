resource "aws_inspector2_enabler" "account" {
  account_ids    = ["123456789012"]
  resource_types = ["LAMBDA", "LAMBDA_CODE"]
}

resource "aws_lambda_function" "ingest" {
  function_name = "ingest"
  role          = "arn:aws:iam::123456789012:role/ingest"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "ingest.zip"
}
