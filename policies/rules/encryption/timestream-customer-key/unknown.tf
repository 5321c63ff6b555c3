# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_timestreamwrite_database" "telemetry" {
  database_name = "telemetry"
  kms_key_id    = terraform_data.later.output
}
