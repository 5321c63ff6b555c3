# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_sqs_queue" "failed" {
  name = "failed"
  tags = { for class in [terraform_data.later.output] : class => class }
}
