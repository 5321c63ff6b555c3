import {
  ACCOUNT_AUDIT_CONFIGURATION,
  CERTIFICATE_PROVIDER,
  type CfnProperties,
  type CfnType,
  COMMAND,
  CUSTOM_METRIC,
  DIMENSION,
  ENCRYPTION_CONFIGURATION,
  FLEET_METRIC,
  JOB_TEMPLATE,
  MITIGATION_ACTION,
  RESOURCE_SPECIFIC_LOGGING,
  SCHEDULED_AUDIT,
  SECURITY_PROFILE,
  SOFTWARE_PACKAGE,
  SOFTWARE_PACKAGE_VERSION,
} from "../../constructs/index.js";

const ROLE = "arn:aws:iam::111122223333:role/acme-x-eu-west-1";
const S3 = { S3Location: { Bucket: "acme-firmware", Key: "signed/1.2.3.bin", Version: "v1" } };

export interface Sample {
  readonly type: CfnType;
  readonly properties: Readonly<Record<string, unknown>>;
}

const sample = <T extends CfnType>(type: T, properties: CfnProperties<T>): Sample => ({ type, properties: { ...properties } });

/** One resource of every type, with its nested parts, as CloudFormation spells them. */
export const SAMPLES: readonly Sample[] = [
  sample(JOB_TEMPLATE, {
    JobTemplateId: "acme-firmware",
    Description: "Firmware update",
    Document: JSON.stringify({ url: "$${aws:iot:s3-presigned-url:https://s3.amazonaws.com/b/k}" }),
    AbortConfig: { CriteriaList: [{ Action: "CANCEL", FailureType: "FAILED", MinNumberOfExecutedThings: 10, ThresholdPercentage: 7.5 }] },
    JobExecutionsRolloutConfig: {
      ExponentialRolloutRate: { BaseRatePerMinute: 5, IncrementFactor: 1.5, RateIncreaseCriteria: { NumberOfSucceededThings: 20 } },
      MaximumPerMinute: 500,
    },
    JobExecutionsRetryConfig: { RetryCriteriaList: [{ FailureType: "TIMED_OUT", NumberOfRetries: 2 }] },
    PresignedUrlConfig: { RoleArn: ROLE, ExpiresInSec: 300 },
    TimeoutConfig: { InProgressTimeoutInMinutes: 60 },
    MaintenanceWindows: [{ StartTime: "cron(0 2 ? * * *)", DurationInMinutes: 120 }],
    DestinationPackageVersions: ["arn:aws:iot:eu-west-1:111122223333:package/acme/version/1.2.3"],
  }),
  sample(SCHEDULED_AUDIT, {
    ScheduledAuditName: "acme-weekly",
    Frequency: "WEEKLY",
    DayOfWeek: "MON",
    TargetCheckNames: ["DEVICE_CERTIFICATE_SHARED_CHECK"],
  }),
  sample(ACCOUNT_AUDIT_CONFIGURATION, {
    AccountId: "111122223333",
    RoleArn: ROLE,
    AuditCheckConfigurations: {
      IotPolicyOverlyPermissiveCheck: { Enabled: true },
      IoTPolicyPotentialMisConfigurationCheck: { Enabled: true },
      DeviceCertificateAgeCheck: { Enabled: true, Configuration: { CertAgeThresholdInDays: "365" } },
    },
    AuditNotificationTargetConfigurations: {
      Sns: { Enabled: true, RoleArn: ROLE, TargetArn: "arn:aws:sns:eu-west-1:111122223333:acme-alerts" },
    },
  }),
  sample(MITIGATION_ACTION, {
    ActionName: "acme-quarantine",
    RoleArn: ROLE,
    ActionParams: {
      AddThingsToThingGroupParams: { ThingGroupNames: ["acme-quarantine"], OverrideDynamicGroups: true },
      UpdateCACertificateParams: { Action: "DEACTIVATE" },
      EnableIoTLoggingParams: { LogLevel: "INFO", RoleArnForLogging: ROLE },
    },
  }),
  sample(SECURITY_PROFILE, {
    SecurityProfileName: "acme",
    AlertTargets: { SNS: { AlertTargetArn: "arn:aws:sns:eu-west-1:111122223333:acme-alerts", RoleArn: ROLE } },
    Behaviors: [
      {
        Name: "failures",
        Metric: "aws:num-authorization-failures",
        Criteria: { ComparisonOperator: "greater-than", DurationSeconds: 300, Value: { Count: "10" }, ConsecutiveDatapointsToAlarm: 1 },
      },
    ],
    AdditionalMetricsToRetainV2: [{ Metric: "aws:num-messages-sent" }],
    TargetArns: ["arn:aws:iot:eu-west-1:111122223333:all/things"],
  }),
  sample(SOFTWARE_PACKAGE, { PackageName: "acme-sensor", Description: "Firmware of the sensor" }),
  sample(SOFTWARE_PACKAGE_VERSION, {
    PackageName: "acme-sensor",
    VersionName: "1.2.3",
    Attributes: { "security-floor": "1.2.0", BuiltBy: "release" },
    Artifact: S3,
    Sbom: S3,
  }),
  sample(ENCRYPTION_CONFIGURATION, {
    EncryptionType: "CUSTOMER_MANAGED_KMS_KEY",
    KmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11",
    KmsAccessRoleArn: ROLE,
  }),
  sample(RESOURCE_SPECIFIC_LOGGING, { TargetType: "THING_GROUP", TargetName: "acme-quarantine", LogLevel: "DEBUG" }),
  sample(CERTIFICATE_PROVIDER, {
    CertificateProviderName: "acme-ca",
    LambdaFunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:acme-ca",
    AccountDefaultForOperations: ["CreateCertificateFromCsr"],
  }),
  sample(FLEET_METRIC, {
    MetricName: "acme-disconnected",
    IndexName: "AWS_Things",
    QueryString: "connectivity.connected:false",
    AggregationField: "registry.version",
    AggregationType: { Name: "Statistics", Values: ["count"] },
    Period: 300,
  }),
  sample(COMMAND, {
    CommandId: "acme-reboot",
    Namespace: "AWS-IoT",
    Payload: { Content: "eyJyZWJvb3QiOnRydWV9", ContentType: "application/json" },
    MandatoryParameters: [{ Name: "delay", Value: { I: 5, UL: "7", BIN: "AA==" } }],
  }),
  sample(CUSTOM_METRIC, { MetricName: "acme-battery", MetricType: "number" }),
  sample(DIMENSION, { Name: "acme-admin-topics", Type: "TOPIC_FILTER", StringValues: ["cmd/acme/#"] }),
];
