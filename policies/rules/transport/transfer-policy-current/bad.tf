resource "aws_transfer_server" "uploads" {
  identity_provider_type = "SERVICE_MANAGED"
}
