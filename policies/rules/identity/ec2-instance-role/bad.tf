resource "aws_instance" "gateway" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
}
