# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_acm_certificate" "api" {
  domain_name       = "api.example.com"
  validation_method = terraform_data.later.output
}
