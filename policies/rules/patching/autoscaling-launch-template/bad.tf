resource "aws_autoscaling_group" "workers" {
  name               = "workers"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-central-1a"]
  launch_configuration = "workers"
}
