resource "aws_iot_role_alias" "device" {
  alias               = "device"
  role_arn            = "arn:aws:iam::123456789012:role/device"
  credential_duration = 43200
}
