# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_scheduler_schedule" "reminder" {
  name                = "reminder"
  schedule_expression = "rate(1 days)"
  kms_key_arn         = terraform_data.later.output
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:eu-central-1:123456789012:reminders"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
    input    = jsonencode({ to = "on-call" })
  }
}
