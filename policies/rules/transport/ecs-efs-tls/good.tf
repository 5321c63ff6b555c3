resource "aws_ecs_task_definition" "worker" {
  family = "worker"
  volume {
    name = "state"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "ENABLED"
    }
  }
  container_definitions = jsonencode([{
    name  = "worker"
    image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/worker:1"
    cpu   = 128
  }])
}
