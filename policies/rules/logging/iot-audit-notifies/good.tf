resource "aws_cloudcontrolapi_resource" "this" {
  type_name = "AWS::IoT::AccountAuditConfiguration"
  desired_state = jsonencode({
    AccountId = "123456789012"
    RoleArn   = "arn:aws:iam::123456789012:role/audit"
    AuditCheckConfigurations = {
      AuthenticatedCognitoRoleOverlyPermissiveCheck         = { Enabled = true }
      CaCertificateExpiringCheck                            = { Enabled = true }
      CaCertificateKeyQualityCheck                          = { Enabled = true }
      ConflictingClientIdsCheck                             = { Enabled = true }
      DeviceCertificateAgeCheck                             = { Enabled = true }
      DeviceCertificateExpiringCheck                        = { Enabled = true }
      DeviceCertificateKeyQualityCheck                      = { Enabled = true }
      DeviceCertificateSharedCheck                          = { Enabled = true }
      IntermediateCaRevokedForActiveDeviceCertificatesCheck = { Enabled = true }
      IoTPolicyPotentialMisConfigurationCheck               = { Enabled = true }
      IotPolicyOverlyPermissiveCheck                        = { Enabled = true }
      IotRoleAliasAllowsAccessToUnusedServicesCheck         = { Enabled = true }
      IotRoleAliasOverlyPermissiveCheck                     = { Enabled = true }
      LoggingDisabledCheck                                  = { Enabled = true }
      RevokedCaCertificateStillActiveCheck                  = { Enabled = true }
      RevokedDeviceCertificateStillActiveCheck              = { Enabled = true }
      UnauthenticatedCognitoRoleOverlyPermissiveCheck       = { Enabled = true }
    }
    AuditNotificationTargetConfigurations = {
      Sns = {
        Enabled   = true
        TargetArn = "arn:aws:sns:eu-central-1:123456789012:alerts"
        RoleArn   = "arn:aws:iam::123456789012:role/audit-notify"
      }
    }
  })
}
