resource "aws_security_group" "gateway" {
  name = "gateway"
  ingress {
    description = "MQTT over TLS from the site"
    from_port   = 8883
    to_port     = 8883
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
