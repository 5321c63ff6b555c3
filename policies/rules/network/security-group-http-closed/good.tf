resource "aws_security_group" "web" {
  name        = "web"
  description = "Web"
  vpc_id      = "vpc-0123456789abcdef0"
  ingress {
    description = "HTTP"
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["10.0.0.0/8"]
  }
}
