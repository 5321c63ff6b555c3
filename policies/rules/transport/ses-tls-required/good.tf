resource "aws_ses_configuration_set" "notices" {
  name = "notices"
  delivery_options {
    tls_policy = "Require"
  }
}
