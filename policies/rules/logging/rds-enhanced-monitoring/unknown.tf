# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_db_instance" "registry" {
  identifier                  = "registry"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "operator"
  manage_master_user_password = true
  skip_final_snapshot         = true
  monitoring_interval         = length(terraform_data.later.output)
  monitoring_role_arn         = "arn:aws:iam::123456789012:role/monitoring"
}
