/**
 * The checks of Device Defender Audit: how the account's configuration calls each, and how a schedule does. A check that changes within hours
 * and lets an intruder in runs every day.
 * Source: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit-checks.html
 */
export const AUDIT_CHECKS = [
  { property: "AuthenticatedCognitoRoleOverlyPermissiveCheck", name: "AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK", daily: false },
  { property: "CaCertificateExpiringCheck", name: "CA_CERTIFICATE_EXPIRING_CHECK", daily: false },
  { property: "CaCertificateKeyQualityCheck", name: "CA_CERTIFICATE_KEY_QUALITY_CHECK", daily: false },
  { property: "ConflictingClientIdsCheck", name: "CONFLICTING_CLIENT_IDS_CHECK", daily: true },
  { property: "DeviceCertificateAgeCheck", name: "DEVICE_CERTIFICATE_AGE_CHECK", daily: false },
  { property: "DeviceCertificateExpiringCheck", name: "DEVICE_CERTIFICATE_EXPIRING_CHECK", daily: false },
  { property: "DeviceCertificateKeyQualityCheck", name: "DEVICE_CERTIFICATE_KEY_QUALITY_CHECK", daily: false },
  { property: "DeviceCertificateSharedCheck", name: "DEVICE_CERTIFICATE_SHARED_CHECK", daily: true },
  {
    property: "IntermediateCaRevokedForActiveDeviceCertificatesCheck",
    name: "INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK",
    daily: true,
  },
  { property: "IoTPolicyPotentialMisConfigurationCheck", name: "IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK", daily: false },
  { property: "IotPolicyOverlyPermissiveCheck", name: "IOT_POLICY_OVERLY_PERMISSIVE_CHECK", daily: true },
  {
    property: "IotRoleAliasAllowsAccessToUnusedServicesCheck",
    name: "IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK",
    daily: false,
  },
  { property: "IotRoleAliasOverlyPermissiveCheck", name: "IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK", daily: false },
  { property: "LoggingDisabledCheck", name: "LOGGING_DISABLED_CHECK", daily: true },
  { property: "RevokedCaCertificateStillActiveCheck", name: "REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK", daily: true },
  { property: "RevokedDeviceCertificateStillActiveCheck", name: "REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK", daily: true },
  {
    property: "UnauthenticatedCognitoRoleOverlyPermissiveCheck",
    name: "UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK",
    daily: false,
  },
] as const;
