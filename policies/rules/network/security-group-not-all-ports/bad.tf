resource "aws_security_group" "gateway" {
  name        = "gateway"
  description = "Local gateways"
  ingress {
    description = "From the site"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
