# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

# Written, though not known yet: failures do go somewhere. This passes.
resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  filename      = "worker.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  dead_letter_config {
    target_arn = terraform_data.later.output
  }
}

resource "aws_iot_topic_rule" "events" {
  name        = "events"
  enabled     = true
  sql         = "SELECT state FROM 'fleet/+/events'"
  sql_version = "2016-03-23"
  lambda {
    function_arn = aws_lambda_function.worker.arn
  }
}
