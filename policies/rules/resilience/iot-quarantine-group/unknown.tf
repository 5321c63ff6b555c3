# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_thing_group" "fleet" {
  name = "fleet"
}

resource "aws_iot_thing_group" "quarantine" {
  name = "quarantine"
}

resource "aws_iot_policy" "quarantine" {
  name   = "quarantine"
  policy = terraform_data.later.output
}

resource "aws_iot_policy_attachment" "quarantine" {
  policy = aws_iot_policy.quarantine.name
  target = aws_iot_thing_group.quarantine.arn
}
