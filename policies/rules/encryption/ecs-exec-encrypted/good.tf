resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_ecs_cluster" "workers" {
  name = "workers"
  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.data.arn
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_log_group_name     = "exec"
        cloud_watch_encryption_enabled = true
      }
    }
  }
}
