resource "aws_kms_key" "data" {
  description             = "Telemetry"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
