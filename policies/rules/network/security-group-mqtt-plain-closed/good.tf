resource "aws_security_group" "gateway" {
  name        = "gateway"
  description = "Local gateways"
  ingress {
    description = "From the site"
    from_port   = 1883
    to_port     = 1883
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
