# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecs_task_definition" "worker" {
  family             = "worker"
  task_role_arn      = terraform_data.later.output
  execution_role_arn = "arn:aws:iam::123456789012:role/start"
  container_definitions = jsonencode([{
    name  = "worker"
    image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/worker:1"
    cpu   = 128
  }])
}
