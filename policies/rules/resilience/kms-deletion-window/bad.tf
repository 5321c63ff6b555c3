resource "aws_kms_key" "data" {
  description             = "Telemetry"
  deletion_window_in_days = 7
}
