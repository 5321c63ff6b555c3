resource "aws_iot_thing_principal_attachment" "a" {
  thing     = "lock-1"
  principal = "arn:aws:iot:eu-central-1:123456789012:cert/1a"
}

resource "aws_iot_thing_principal_attachment" "b" {
  thing     = "lock-2"
  principal = "arn:aws:iot:eu-central-1:123456789012:cert/1a"
}
