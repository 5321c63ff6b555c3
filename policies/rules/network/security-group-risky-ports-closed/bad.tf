resource "aws_security_group" "gateway" {
  name        = "gateway"
  description = "Local gateways"
  ingress {
    description = "From the site"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
