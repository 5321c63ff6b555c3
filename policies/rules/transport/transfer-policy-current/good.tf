resource "aws_transfer_server" "uploads" {
  identity_provider_type = "SERVICE_MANAGED"
  security_policy_name = "TransferSecurityPolicy-2024-01"
}
