resource "aws_db_parameter_group" "registry" {
  name   = "registry"
  family = "postgres16"
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}
