resource "aws_kms_key" "data" {
  description         = "Telemetry"
  enable_key_rotation = false
}
