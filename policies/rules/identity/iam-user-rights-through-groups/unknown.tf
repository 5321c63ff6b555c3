# Known only after apply.
resource "terraform_data" "later" {
  input = ["decided elsewhere"]
}

resource "aws_iam_user" "auditor" {
  name = "auditor"
}

resource "aws_iam_policy_attachment" "audit" {
  name       = "audit"
  users      = terraform_data.later.output
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}
