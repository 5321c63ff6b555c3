resource "aws_iot_thing_group" "fleet" {
  name = "fleet"
}
