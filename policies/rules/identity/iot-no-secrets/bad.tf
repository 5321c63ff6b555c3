resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::Command"
  desired_state = jsonencode({
    CommandId = "unlock"
    Namespace = "AWS-IoT"
    Payload = {
      ContentType = "application/json"
      Content     = jsonencode({ open = true, auth_token = "9f2c0d1e" })
    }
  })
}
