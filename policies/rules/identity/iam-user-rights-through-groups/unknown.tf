# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_user" "auditor" {
  name = "auditor"
}

resource "aws_iam_user_policy_attachment" "auditor" {
  user       = terraform_data.later.output
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}
