# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_docdb_cluster" "profiles" {
  cluster_identifier          = "profiles"
  master_username             = "operator"
  manage_master_user_password = true
  skip_final_snapshot         = true
  deletion_protection         = terraform_data.later.output == "yes"
}
