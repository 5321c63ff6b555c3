# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_domain_configuration" "devices" {
  name                = "devices"
  service_type        = "DATA"
  authentication_type = terraform_data.later.output
}
