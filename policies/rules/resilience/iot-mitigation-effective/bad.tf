resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::MitigationAction"
  desired_state = jsonencode({
    ActionName = "quarantine"
    RoleArn    = "arn:aws:iam::123456789012:role/mitigate"
    ActionParams = {
      AddThingsToThingGroupParams = { ThingGroupNames = ["watched"], OverrideDynamicGroups = true }
    }
  })
}
