resource "aws_redshift_cluster" "history" {
  cluster_identifier     = "history"
  node_type              = "ra3.large"
  master_username        = "operator"
  manage_master_password = true
  skip_final_snapshot    = true
}

resource "aws_redshift_logging" "history" {
  cluster_identifier   = aws_redshift_cluster.history.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}
