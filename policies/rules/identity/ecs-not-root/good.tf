resource "aws_ecs_task_definition" "worker" {
  family = "worker"
  container_definitions = jsonencode([{
    name  = "worker"
    image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/worker:1"
    user  = "1000:1000"
  }])
}
