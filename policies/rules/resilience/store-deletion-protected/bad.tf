resource "aws_docdb_cluster" "profiles" {
  cluster_identifier          = "profiles"
  master_username             = "operator"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
