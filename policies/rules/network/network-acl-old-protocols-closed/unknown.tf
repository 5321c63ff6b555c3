# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_network_acl" "devices" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = tonumber(terraform_data.later.output)
    to_port    = 8883
    cidr_block = "0.0.0.0/0"
  }
}
