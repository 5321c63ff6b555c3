resource "aws_sns_topic" "recall" {
  name = "recall"
}

resource "aws_sfn_state_machine" "recall" {
  name     = "recall"
  role_arn = "arn:aws:iam::123456789012:role/recall"
  definition = jsonencode({
    StartAt = "Tell"
    States = {
      Tell = {
        Type       = "Task"
        Resource   = "arn:aws:states:::sns:publish"
        Parameters = { TopicArn = aws_sns_topic.recall.arn, Message = "recall" }
        End        = true
      }
    }
  })
  logging_configuration {
    level                  = "OFF"
    include_execution_data = false
    log_destination        = "arn:aws:logs:eu-central-1:123456789012:log-group:recall:*"
  }
}
