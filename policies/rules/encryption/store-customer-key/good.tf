resource "aws_docdb_cluster" "profiles" {
  cluster_identifier          = "profiles"
  master_username             = "operator"
  manage_master_user_password = true
  skip_final_snapshot         = true
  storage_encrypted           = true
  kms_key_id                  = "arn:aws:kms:eu-central-1:111122223333:key/0f0e0d0c-0b0a-4908-8706-050403020100"
}
