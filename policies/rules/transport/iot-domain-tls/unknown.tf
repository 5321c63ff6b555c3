# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_domain_configuration" "devices" {
  name         = "devices"
  service_type = "DATA"
  tls_config {
    security_policy = terraform_data.later.output
  }
}
