resource "aws_iot_thing_type" "lock" {
  name = "door-lock"
  tags = {
    "bulwark:support-until" = "2032-06-30"
  }
}
