resource "aws_route53_zone" "devices" {
  name = "devices.example.com"
}

resource "aws_route53_hosted_zone_dnssec" "devices" {
  hosted_zone_id = aws_route53_zone.devices.zone_id
}
