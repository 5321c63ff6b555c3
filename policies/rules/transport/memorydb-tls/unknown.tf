# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_memorydb_cluster" "state" {
  name      = "state"
  acl_name  = "programs"
  node_type = "db.t4g.small"
  tls_enabled = terraform_data.later.output == "yes"
}
