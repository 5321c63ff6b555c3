resource "aws_network_interface" "broker" {
  subnet_id = "subnet-0123456789abcdef0"
}

resource "aws_instance" "broker" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "t4g.small"
  source_dest_check = true
}
