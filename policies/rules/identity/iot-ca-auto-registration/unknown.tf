# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_ca_certificate" "factory" {
  active                  = true
  allow_auto_registration = terraform_data.later.output == "yes"
  certificate_mode        = "SNI_ONLY"
  ca_certificate_pem      = "-----BEGIN CERTIFICATE-----"
}
