resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_db_instance" "registry" {
  identifier                      = "registry"
  engine                          = "postgres"
  instance_class                  = "db.t4g.small"
  allocated_storage               = 20
  username                        = "operator"
  manage_master_user_password     = true
  skip_final_snapshot             = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.data.arn
}
