# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_docdb_cluster_parameter_group" "profiles" {
  name   = "profiles"
  family = "docdb5.0"
  parameter {
    name  = "audit_logs"
    value = terraform_data.later.output
  }
}
