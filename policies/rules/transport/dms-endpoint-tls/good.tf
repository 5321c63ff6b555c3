resource "aws_dms_endpoint" "legacy" {
  endpoint_id   = "legacy"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "legacy.example.com"
  port          = 5432
  username      = "migrator"
  password      = "not-a-real-one-0123"
  database_name = "legacy"
  ssl_mode      = "require"
}
