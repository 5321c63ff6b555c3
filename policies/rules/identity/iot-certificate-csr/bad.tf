resource "aws_iot_certificate" "gateway" {
  active = true
}
