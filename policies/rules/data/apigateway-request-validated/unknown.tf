# Known only after apply.
resource "terraform_data" "later" {
  input = "decided elsewhere"
}

resource "aws_api_gateway_method" "post" {
  rest_api_id   = "abcdef1234"
  resource_id   = "ghi567"
  http_method   = "POST"
  authorization = "AWS_IAM"
  request_validator_id = terraform_data.later.output == "yes" ? "jkl890" : null
}
