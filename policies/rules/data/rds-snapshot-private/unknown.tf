# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_db_snapshot" "before_upgrade" {
  db_instance_identifier = "registry"
  db_snapshot_identifier = "before-upgrade"
  shared_accounts        = [terraform_data.later.output]
}
