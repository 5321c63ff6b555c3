resource "aws_security_group" "gateway" {
  name        = "gateway"
  description = "Local gateways"
  ingress {
    description = "From the site"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
