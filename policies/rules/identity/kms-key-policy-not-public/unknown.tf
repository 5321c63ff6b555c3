# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_kms_key" "data" {
  description = "Telemetry"
  policy      = terraform_data.later.output
}
