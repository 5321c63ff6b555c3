resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::AccountAuditConfiguration"
  desired_state = jsonencode({
    AccountId = "123456789012"
    RoleArn   = "arn:aws:iam::123456789012:role/audit"
    AuditCheckConfigurations = {
      DeviceCertificateAgeCheck = { Enabled = true, Configuration = { CertAgeThresholdInDays = "3652" } }
    }
  })
}
