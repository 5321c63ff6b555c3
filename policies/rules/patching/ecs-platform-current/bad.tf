resource "aws_ecs_service" "worker" {
  name             = "worker"
  cluster          = "workers"
  task_definition  = "worker:1"
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}
