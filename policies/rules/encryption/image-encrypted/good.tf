resource "aws_ami_copy" "gateway" {
  name              = "gateway"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true
}
