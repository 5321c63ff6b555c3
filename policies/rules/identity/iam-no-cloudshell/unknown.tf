# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_group_policy_attachment" "support" {
  group      = "support"
  policy_arn = terraform_data.later.output
}
