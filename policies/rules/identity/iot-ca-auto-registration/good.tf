resource "aws_iot_ca_certificate" "factory" {
  active                  = true
  allow_auto_registration = false
  certificate_mode        = "SNI_ONLY"
  ca_certificate_pem      = "-----BEGIN CERTIFICATE-----"
}
