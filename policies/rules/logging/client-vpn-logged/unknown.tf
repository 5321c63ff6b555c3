# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ec2_client_vpn_endpoint" "operators" {
  client_cidr_block      = "10.20.0.0/22"
  server_certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/a1b2c3d4-5678-90ab-cdef-111111111111"
  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = "arn:aws:iam::123456789012:saml-provider/operators"
  }
  connection_log_options {
    enabled              = terraform_data.later.output == "yes"
    cloudwatch_log_group = "client-vpn"
  }
}
