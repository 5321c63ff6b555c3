# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_db_parameter_group" "registry" {
  name   = "registry"
  family = "postgres16"
  parameter {
    name  = "rds.force_ssl"
    value = terraform_data.later.output
  }
}
