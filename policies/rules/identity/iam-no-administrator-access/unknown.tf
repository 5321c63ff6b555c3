# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_role_policy_attachment" "telemetry" {
  role       = "telemetry"
  policy_arn = terraform_data.later.output
}
