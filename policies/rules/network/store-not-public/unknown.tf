# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_redshift_cluster" "history" {
  cluster_identifier     = "history"
  node_type              = "ra3.large"
  master_username        = "operator"
  manage_master_password = true
  skip_final_snapshot    = true
  publicly_accessible    = terraform_data.later.output == "yes"
}
