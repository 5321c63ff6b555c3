resource "aws_acm_certificate" "api" {
  domain_name       = "*.example.com"
  validation_method = "DNS"
}
