# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_ecr_repository_policy" "worker" {
  repository = "worker"
  policy     = terraform_data.later.output
}
