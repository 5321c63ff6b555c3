resource "aws_acm_certificate" "api" {
  domain_name       = "api.example.com"
  validation_method = "EMAIL"
}
