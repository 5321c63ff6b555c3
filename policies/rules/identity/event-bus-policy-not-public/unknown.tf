# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_cloudwatch_event_bus_policy" "devices" {
  event_bus_name = "devices"
  policy         = terraform_data.later.output
}
