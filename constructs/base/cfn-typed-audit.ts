import { cfnType, flag, list, object, oneOf, tags, text } from "./cfn-typed-shape.js";

/* Registry facts of AWS IoT Device Defender Audit. */

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-accountauditconfiguration.html */
export const ACCOUNT_AUDIT_CONFIGURATION = cfnType({
  type: "AWS::IoT::AccountAuditConfiguration",
  identifier: ["AccountId"],
  required: ["AccountId", "AuditCheckConfigurations", "RoleArn"],
  readOnly: [],
  writeOnly: [],
  createOnly: ["AccountId"],
  properties: {
    AccountId: text(12),
    AuditCheckConfigurations: object({
      AuthenticatedCognitoRoleOverlyPermissiveCheck: object({ Enabled: flag }),
      CaCertificateExpiringCheck: object({ Enabled: flag }),
      CaCertificateKeyQualityCheck: object({ Enabled: flag }),
      ConflictingClientIdsCheck: object({ Enabled: flag }),
      DeviceCertificateAgeCheck: object({ Configuration: object({ CertAgeThresholdInDays: text(64) }), Enabled: flag }),
      DeviceCertificateExpiringCheck: object({ Configuration: object({ CertExpirationThresholdInDays: text(64) }), Enabled: flag }),
      DeviceCertificateKeyQualityCheck: object({ Enabled: flag }),
      DeviceCertificateSharedCheck: object({ Enabled: flag }),
      IntermediateCaRevokedForActiveDeviceCertificatesCheck: object({ Enabled: flag }),
      IoTPolicyPotentialMisConfigurationCheck: object({ Enabled: flag }),
      IotPolicyOverlyPermissiveCheck: object({ Enabled: flag }),
      IotRoleAliasAllowsAccessToUnusedServicesCheck: object({ Enabled: flag }),
      IotRoleAliasOverlyPermissiveCheck: object({ Enabled: flag }),
      LoggingDisabledCheck: object({ Enabled: flag }),
      RevokedCaCertificateStillActiveCheck: object({ Enabled: flag }),
      RevokedDeviceCertificateStillActiveCheck: object({ Enabled: flag }),
      UnauthenticatedCognitoRoleOverlyPermissiveCheck: object({ Enabled: flag }),
    }),
    AuditNotificationTargetConfigurations: object({ Sns: object({ Enabled: flag, RoleArn: text(), TargetArn: text() }) }),
    RoleArn: text(),
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-scheduledaudit.html */
export const SCHEDULED_AUDIT = cfnType({
  type: "AWS::IoT::ScheduledAudit",
  identifier: ["ScheduledAuditName"],
  required: ["Frequency", "TargetCheckNames"],
  readOnly: ["ScheduledAuditArn"],
  writeOnly: [],
  createOnly: ["ScheduledAuditName"],
  properties: {
    DayOfMonth: text(),
    DayOfWeek: oneOf("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "UNSET_VALUE"),
    Frequency: oneOf("DAILY", "WEEKLY", "BIWEEKLY", "MONTHLY"),
    ScheduledAuditArn: text(),
    ScheduledAuditName: text(128),
    Tags: tags,
    TargetCheckNames: list(text()),
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-mitigationaction.html */
export const MITIGATION_ACTION = cfnType({
  type: "AWS::IoT::MitigationAction",
  identifier: ["ActionName"],
  required: ["RoleArn", "ActionParams"],
  readOnly: ["MitigationActionArn", "MitigationActionId"],
  writeOnly: [],
  createOnly: ["ActionName"],
  properties: {
    ActionName: text(128),
    ActionParams: object({
      AddThingsToThingGroupParams: object({ OverrideDynamicGroups: flag, ThingGroupNames: list(text(128)) }, ["ThingGroupNames"]),
      EnableIoTLoggingParams: object({ LogLevel: oneOf("DEBUG", "INFO", "ERROR", "WARN", "UNSET_VALUE"), RoleArnForLogging: text() }, [
        "LogLevel",
        "RoleArnForLogging",
      ]),
      PublishFindingToSnsParams: object({ TopicArn: text() }, ["TopicArn"]),
      ReplaceDefaultPolicyVersionParams: object({ TemplateName: oneOf("BLANK_POLICY", "UNSET_VALUE") }, ["TemplateName"]),
      UpdateCACertificateParams: object({ Action: oneOf("DEACTIVATE", "UNSET_VALUE") }, ["Action"]),
      UpdateDeviceCertificateParams: object({ Action: oneOf("DEACTIVATE", "UNSET_VALUE") }, ["Action"]),
    }),
    MitigationActionArn: text(),
    MitigationActionId: text(),
    RoleArn: text(),
    Tags: tags,
  },
});
