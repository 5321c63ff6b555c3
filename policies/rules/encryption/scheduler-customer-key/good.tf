resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_scheduler_schedule" "reminder" {
  name                = "reminder"
  schedule_expression = "rate(1 days)"
  kms_key_arn         = aws_kms_key.data.arn
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:eu-central-1:123456789012:reminders"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
    input    = jsonencode({ to = "on-call" })
  }
}
