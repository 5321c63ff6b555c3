# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_autoscaling_group" "workers" {
  name               = "workers"
  min_size           = 1
  max_size           = 3
  availability_zones = ["eu-central-1a"]
  dynamic "launch_template" {
    for_each = toset(split(",", terraform_data.later.output))
    content {
      id      = launch_template.value
      version = "$Latest"
    }
  }
}
