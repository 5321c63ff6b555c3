# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "terraform_data" "too" {
  input = "decided elsewhere too"
}

resource "aws_transfer_server" "partners" {
  endpoint_type               = "PUBLIC"
  structured_log_destinations = terraform_data.later.output == terraform_data.too.output ? ["arn:aws:logs:eu-central-1:123456789012:log-group:transfer:*"] : []
}
