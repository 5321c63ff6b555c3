resource "aws_instance" "gateway" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
  user_data     = "#!/bin/bash\nexport DB_PASSWORD=correct-horse-battery\n"
}
