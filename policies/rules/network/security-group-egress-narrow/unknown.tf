# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_security_group" "gateway" {
  name        = "gateway"
  description = "Local gateways"
  egress {
    description = "From the site"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = [terraform_data.later.output]
  }
}
