# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_route53_zone" "devices" {
  name = "devices.example.com"
}

resource "aws_route53_hosted_zone_dnssec" "devices" {
  hosted_zone_id = terraform_data.later.output
}
