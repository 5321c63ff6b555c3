# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_db_instance" "registry" {
  identifier                  = "registry"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  engine                      = "postgres"
  engine_version              = terraform_data.later.output
  username                    = "registry"
  manage_master_user_password = true
}
