resource "aws_iot_authorizer" "devices" {
  name                    = "devices"
  authorizer_function_arn = "arn:aws:lambda:eu-central-1:123456789012:function:authorizer"
  signing_disabled        = true
}
