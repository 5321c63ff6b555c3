resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::ResourceSpecificLogging"
  desired_state = jsonencode({
    TargetType = "THING_GROUP"
    TargetName = "canary"
    LogLevel   = "DEBUG"
  })
}
