# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecs_cluster" "workers" {
  name = "workers"
  configuration {
    execute_command_configuration {
      kms_key_id = terraform_data.later.output
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_log_group_name     = "exec"
        cloud_watch_encryption_enabled = true
      }
    }
  }
}
