# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_rds_cluster_parameter_group" "profiles" {
  name   = "profiles"
  family = "aurora-mysql8.0"
  parameter {
    name  = "server_audit_logging"
    value = terraform_data.later.output
  }
  parameter {
    name  = "server_audit_events"
    value = "CONNECT,QUERY_DCL,QUERY_DDL"
  }
}
