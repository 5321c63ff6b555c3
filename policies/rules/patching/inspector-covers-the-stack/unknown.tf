# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_inspector2_enabler" "account" {
  account_ids    = ["123456789012"]
  resource_types = [terraform_data.later.output]
}

resource "aws_ecr_repository" "worker" {
  name = "worker"
}
