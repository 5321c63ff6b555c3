# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_kms_key" "data" {
  description         = "Telemetry"
  enable_key_rotation = terraform_data.later.output == "yes"
}
