resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  filename      = "worker.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
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
