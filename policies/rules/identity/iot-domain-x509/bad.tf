resource "aws_iot_domain_configuration" "devices" {
  name                 = "devices"
  service_type         = "DATA"
  application_protocol = "SECURE_MQTT"
  authentication_type  = "CUSTOM_AUTH"
}
