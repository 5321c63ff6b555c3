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

resource "aws_cloudcontrolapi_resource" "schedule" {
  type_name = "AWS::IoT::ScheduledAudit"
  desired_state = jsonencode({
    ScheduledAuditName = "fleet"
    Frequency          = "WEEKLY"
    DayOfWeek          = "MON"
    TargetCheckNames = [
      "AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK",
      "CA_CERTIFICATE_EXPIRING_CHECK",
      "CA_CERTIFICATE_KEY_QUALITY_CHECK",
      "CONFLICTING_CLIENT_IDS_CHECK",
      "DEVICE_CERTIFICATE_AGE_CHECK",
      "DEVICE_CERTIFICATE_EXPIRING_CHECK",
      "DEVICE_CERTIFICATE_KEY_QUALITY_CHECK",
      "DEVICE_CERTIFICATE_SHARED_CHECK",
      "INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK",
      "IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK",
      "IOT_POLICY_OVERLY_PERMISSIVE_CHECK",
      "IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK",
      "IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK",
      "LOGGING_DISABLED_CHECK",
      "REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK",
      "REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK",
      "UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK",
    ]
  })
}
