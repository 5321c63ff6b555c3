# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecs_task_definition" "worker" {
  family                = "worker"
  container_definitions = terraform_data.later.output
}
