# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecs_cluster" "workers" {
  name = "workers"
  setting {
    name  = "containerInsights"
    value = terraform_data.later.output
  }
}
