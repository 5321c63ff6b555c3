resource "aws_route53_zone" "devices" {
  name = "devices.example.com"
}
