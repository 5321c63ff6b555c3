resource "aws_db_snapshot" "before_upgrade" {
  db_instance_identifier = "registry"
  db_snapshot_identifier = "before-upgrade"
  shared_accounts        = ["all"]
}
