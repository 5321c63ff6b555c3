# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iam_role" "telemetry" {
  name               = "telemetry"
  assume_role_policy = terraform_data.later.output
}
