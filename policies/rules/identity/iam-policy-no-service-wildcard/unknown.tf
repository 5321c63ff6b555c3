# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_role_policy" "telemetry" {
  name   = "telemetry"
  role   = "telemetry"
  policy = terraform_data.later.output
}
