resource "aws_iot_domain_configuration" "devices" {
  name         = "devices"
  service_type = "DATA"
  tls_config {
    security_policy = "IoTSecurityPolicy_TLS12_1_0_2016_01"
  }
}
