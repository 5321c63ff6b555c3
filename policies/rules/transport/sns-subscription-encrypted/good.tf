resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = "arn:aws:sns:eu-central-1:123456789012:alerts"
  protocol  = "https"
  endpoint  = "example.com/alerts"
}
