resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_timestreamwrite_database" "telemetry" {
  database_name = "telemetry"
  kms_key_id    = aws_kms_key.data.arn
}
