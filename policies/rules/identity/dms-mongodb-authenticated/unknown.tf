# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_dms_endpoint" "devices" {
  endpoint_id   = "devices"
  endpoint_type = "source"
  engine_name   = "mongodb"
  server_name   = "devices.example.com"
  port          = 27017
  username      = "migrator"
  password      = "not-a-real-one-0123"
  database_name = "devices"
  mongodb_settings {
    auth_type = terraform_data.later.output
  }
}
