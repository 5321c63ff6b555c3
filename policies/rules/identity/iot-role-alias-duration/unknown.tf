# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_role_alias" "device" {
  alias               = "device"
  role_arn            = "arn:aws:iam::123456789012:role/device"
  credential_duration = length(terraform_data.later.output)
}
