resource "aws_iot_thing_type" "lock" {
  name = "door-lock"
}
