resource "aws_iot_domain_configuration" "devices" {
  name         = "devices"
  service_type = "DATA"
  tls_config {
    security_policy = "IoTSecurityPolicy_TLS13_1_2_2022_10"
  }
}
