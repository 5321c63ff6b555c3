resource "aws_dynamodb_table" "devices" {
  name         = "devices"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "serialNumber"
  attribute {
    name = "serialNumber"
    type = "S"
  }
  deletion_protection_enabled = true
}
