resource "aws_default_vpc" "leftover" {
  force_destroy = true
}
