resource "aws_memorydb_cluster" "state" {
  name      = "state"
  acl_name  = "programs"
  node_type = "db.t4g.small"
  tls_enabled = false
}
