# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_eks_cluster" "workers" {
  name     = "workers"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  enabled_cluster_log_types = toset(split(",", terraform_data.later.output))
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}
