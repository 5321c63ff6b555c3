# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_access_key" "ci" {
  user   = "ci"
  status = terraform_data.later.output
}
