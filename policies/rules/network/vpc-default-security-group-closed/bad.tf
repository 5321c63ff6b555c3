resource "aws_vpc" "fleet" {
  cidr_block = "10.0.0.0/16"
}
