# Known only after apply: which template it is does not decide.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_autoscaling_group" "workers" {
  name               = "workers"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-central-1a"]
  launch_template {
    id      = terraform_data.later.output
    version = "$Latest"
  }
}
