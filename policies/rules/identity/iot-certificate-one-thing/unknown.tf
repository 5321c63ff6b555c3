# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_thing_principal_attachment" "a" {
  thing     = "lock-1"
  principal = terraform_data.later.output
}
