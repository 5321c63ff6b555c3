# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_security_group" "gateway" {
  name        = "gateway"
  description = "Local gateways"
  ingress {
    description = "From the site"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = [terraform_data.later.output]
  }
}
