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
  ca_cert_identifier          = terraform_data.later.output
}
