resource "aws_db_instance" "registry" {
  identifier                  = "registry"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 20
  username                    = "operator"
  manage_master_user_password = true
  skip_final_snapshot         = true
  copy_tags_to_snapshot       = true
}
