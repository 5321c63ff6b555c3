resource "aws_route53domains_registered_domain" "brand" {
  domain_name = "example.com"
  transfer_lock = false
}
