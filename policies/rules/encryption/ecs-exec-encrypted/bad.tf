resource "aws_ecs_cluster" "workers" {
  name = "workers"
  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"
      log_configuration {
        cloud_watch_log_group_name     = "exec"
        cloud_watch_encryption_enabled = false
      }
    }
  }
}
