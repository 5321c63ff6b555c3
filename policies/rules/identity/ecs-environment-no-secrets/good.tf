resource "aws_ecs_task_definition" "worker" {
  family = "worker"
  container_definitions = jsonencode([{
    name    = "worker"
    image   = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/worker:1"
    secrets = [{ name = "API_TOKEN", valueFrom = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:api-a1b2c3" }]
  }])
}
