resource "aws_db_instance" "registry" {
  identifier                  = "registry"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  engine                      = "postgres"
  engine_version              = "17.5"
  username                    = "registry"
  manage_master_user_password = true
}
