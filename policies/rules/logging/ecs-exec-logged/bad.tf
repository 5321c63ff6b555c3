resource "aws_ecs_cluster" "workers" {
  name = "workers"
  configuration {
    execute_command_configuration {
      logging = "NONE"
    }
  }
}
