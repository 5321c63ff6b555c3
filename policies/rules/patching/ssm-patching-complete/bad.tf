resource "aws_ssm_patch_baseline" "gateway" {
  name             = "gateway"
  operating_system = "AMAZON_LINUX_2023"
  approval_rule {
    approve_after_days = 7
    patch_filter {
      key    = "CLASSIFICATION"
      values = ["Security"]
    }
  }
}

resource "aws_ssm_patch_group" "gateway" {
  baseline_id = aws_ssm_patch_baseline.gateway.id
  patch_group = "gateway"
}

resource "aws_ssm_maintenance_window" "weekly" {
  name     = "weekly"
  schedule = "rate(7 days)"
  duration = 3
  cutoff   = 1
  enabled  = true
}

resource "aws_ssm_maintenance_window_target" "gateway" {
  window_id     = aws_ssm_maintenance_window.weekly.id
  resource_type = "INSTANCE"
  targets {
    key    = "tag:PatchGroup"
    values = ["gateway"]
  }
}

resource "aws_ssm_maintenance_window_task" "patch" {
  window_id       = aws_ssm_maintenance_window.weekly.id
  task_type       = "RUN_COMMAND"
  task_arn        = "AWS-RunPatchBaseline"
  max_concurrency = "10%"
  max_errors      = "5%"
  targets {
    key    = "WindowTargetIds"
    values = [aws_ssm_maintenance_window_target.gateway.id]
  }
  task_invocation_parameters {
    run_command_parameters {
      parameter {
        name   = "Operation"
        values = ["Scan"]
      }
    }
  }
}
