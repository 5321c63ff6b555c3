resource "aws_inspector2_enabler" "account" {
  account_ids    = ["123456789012"]
  resource_types = ["EC2"]
}

resource "aws_ecr_repository" "worker" {
  name = "worker"
}
