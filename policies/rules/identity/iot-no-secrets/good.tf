resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::Command"
  desired_state = jsonencode({
    CommandId   = "unlock"
    Namespace   = "AWS-IoT"
    DisplayName = "Unlock"
    Payload = {
      ContentType = "application/json"
      Content     = jsonencode({ open = true, secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:unlock" })
    }
  })
}
