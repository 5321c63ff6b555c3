resource "aws_launch_template" "gateway" {
  name      = "gateway"
  user_data = base64encode("#!/bin/bash\nexport DB_PASSWORD=correct-horse-battery\n")
}
