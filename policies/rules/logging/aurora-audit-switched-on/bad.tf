resource "aws_rds_cluster_parameter_group" "profiles" {
  name   = "profiles"
  family = "aurora-mysql8.0"
  parameter {
    name  = "server_audit_logging"
    value = "1"
  }
}
