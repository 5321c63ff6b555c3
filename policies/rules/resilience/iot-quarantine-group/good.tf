resource "aws_iot_thing_group" "fleet" {
  name = "fleet"
}

resource "aws_iot_thing_group" "quarantine" {
  name = "quarantine"
}

resource "aws_iot_policy" "quarantine" {
  name = "quarantine"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "iot:*", Resource = "*" }]
  })
}

resource "aws_iot_policy_attachment" "quarantine" {
  policy = aws_iot_policy.quarantine.name
  target = aws_iot_thing_group.quarantine.arn
}
