# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = terraform_data.later.output
}
