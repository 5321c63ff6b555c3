resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::SecurityProfile"
  desired_state = jsonencode({
    SecurityProfileName = "fleet"
    Behaviors = [{ Name = "failures", Metric = "aws:num-authorization-failures", Criteria = { ComparisonOperator = "less-than", Value = { Count = "5" }, DurationSeconds = 300 } }]
    AlertTargets = {
      SNS = {
        AlertTargetArn = "arn:aws:sns:eu-central-1:123456789012:alerts"
        RoleArn        = "arn:aws:iam::123456789012:role/alert"
      }
    }
    TargetArns = ["arn:aws:iot:eu-central-1:123456789012:all/things"]
  })
}
