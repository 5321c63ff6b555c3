# The document comes from elsewhere and is known only after apply.
resource "terraform_data" "policy" {
  input = "written by another team"
}

resource "aws_iot_policy" "device" {
  name   = "device"
  policy = terraform_data.policy.output
}
