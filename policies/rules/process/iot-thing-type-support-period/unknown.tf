# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_thing_type" "lock" {
  name = "door-lock"
  tags = {
    "bulwark:support-until" = terraform_data.later.output
  }
}
