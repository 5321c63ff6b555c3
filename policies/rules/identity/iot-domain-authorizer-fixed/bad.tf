resource "aws_iot_domain_configuration" "devices" {
  name         = "devices"
  service_type = "DATA"
  authorizer_config {
    default_authorizer_name   = "devices"
    allow_authorizer_override = true
  }
}
