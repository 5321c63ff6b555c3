# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_transfer_server" "uploads" {
  identity_provider_type = "SERVICE_MANAGED"
  endpoint_type          = terraform_data.later.output
  endpoint_details {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}
