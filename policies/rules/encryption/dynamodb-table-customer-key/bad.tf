resource "aws_dynamodb_table" "devices" {
  name         = "devices"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "serialNumber"
  attribute {
    name = "serialNumber"
    type = "S"
  }
  server_side_encryption {
    enabled = true
  }
}
