resource "aws_timestreamwrite_database" "telemetry" {
  database_name = "telemetry"
}
