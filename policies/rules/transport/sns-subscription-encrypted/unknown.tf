# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = "arn:aws:sns:eu-central-1:123456789012:alerts"
  protocol  = terraform_data.later.output
  endpoint  = "example.com/alerts"
}
