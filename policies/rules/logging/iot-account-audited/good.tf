provider "aws" {
  region = "eu-central-1"
}

resource "aws_iot_policy" "tracker" {
  name = "tracker"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iot:Connect"
      Resource = "arn:aws:iot:eu-central-1:123456789012:client/$${iot:Connection.Thing.ThingName}"
    }]
  })
}

resource "aws_cloudcontrolapi_resource" "audit" {
  type_name = "AWS::IoT::ScheduledAudit"
  desired_state = jsonencode({
    ScheduledAuditName = "fleet"
    Frequency          = "DAILY"
    TargetCheckNames   = ["DEVICE_CERTIFICATE_SHARED_CHECK", "CONFLICTING_CLIENT_IDS_CHECK"]
  })
}
