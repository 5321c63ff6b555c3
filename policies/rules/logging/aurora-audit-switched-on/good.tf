resource "aws_rds_cluster_parameter_group" "profiles" {
  name   = "profiles"
  family = "aurora-mysql8.0"
  parameter {
    name  = "server_audit_logging"
    value = "1"
  }
  parameter {
    name  = "server_audit_events"
    value = "CONNECT,QUERY_DCL,QUERY_DDL"
  }
}

resource "aws_rds_cluster" "profiles" {
  cluster_identifier              = "profiles"
  engine                          = "aurora-mysql"
  master_username                 = "operator"
  manage_master_user_password     = true
  skip_final_snapshot             = true
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.profiles.name
}
