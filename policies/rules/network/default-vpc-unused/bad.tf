resource "aws_default_vpc" "default" {
  enable_dns_support = true
}
