# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_sqs_queue_policy" "events" {
  queue_url = "https://sqs.eu-central-1.amazonaws.com/123456789012/events"
  policy    = terraform_data.later.output
}
