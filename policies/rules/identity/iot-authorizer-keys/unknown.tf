# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_iot_authorizer" "devices" {
  name                    = "devices"
  authorizer_function_arn = "arn:aws:lambda:eu-central-1:123456789012:function:authorizer"
  signing_disabled        = terraform_data.later.output == "yes"
}
