# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_security_group" "gateway" {
  name        = "gateway"
  description = terraform_data.later.output
  ingress {
    description = "MQTT over TLS from the site"
    from_port   = 8883
    to_port     = 8883
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
