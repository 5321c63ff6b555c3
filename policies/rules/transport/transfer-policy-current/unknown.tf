# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_transfer_server" "uploads" {
  identity_provider_type = "SERVICE_MANAGED"
  security_policy_name = terraform_data.later.output
}
