resource "aws_launch_template" "gateway" {
  name_prefix   = "gateway-"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
  user_data     = base64encode("#!/bin/bash\nexport DB_PASSWORD=correct-horse-battery\n")
}
