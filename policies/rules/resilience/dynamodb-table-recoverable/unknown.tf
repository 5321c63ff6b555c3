# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_dynamodb_table" "devices" {
  name         = "devices"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "serialNumber"
  attribute {
    name = "serialNumber"
    type = "S"
  }
  point_in_time_recovery {
    enabled = terraform_data.later.output == "yes"
  }
}
