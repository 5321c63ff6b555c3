# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_route53domains_registered_domain" "brand" {
  domain_name = "example.com"
  transfer_lock = terraform_data.later.output == "yes"
}
