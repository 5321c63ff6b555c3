resource "aws_dlm_lifecycle_policy" "disks" {
  description        = "Daily snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags = {
      Backup = "daily"
    }
    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 14
      }
      cross_region_copy_rule {
        target    = "eu-west-1"
        encrypted = false
        retain_rule {
          interval      = 14
          interval_unit = "DAYS"
        }
      }
    }
  }
}
