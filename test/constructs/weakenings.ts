import { type Accept, DEFAULT_ROLLOUT, type IotBackendProps } from "../../constructs/index.js";

/** One property of the backend set below the baseline, and what comes of it. */
export interface Weakening {
  readonly change: Partial<IotBackendProps>;
  readonly control: Accept["control"];
  readonly property: string;
  readonly given: unknown;
  readonly baseline: unknown;
  /** Type and number of the resources it ends up in. */
  readonly type: string;
  readonly count: number;
}

export const WEAKENINGS: readonly Weakening[] = [
  {
    change: { keyRotationDays: 730 },
    control: "kms-key-rotation",
    property: "rotation_period_in_days",
    given: 730,
    baseline: 365,
    type: "aws_kms_key",
    count: 6,
  },
  {
    change: { keyDeletionWindowDays: 7 },
    control: "kms-deletion-window",
    property: "deletion_window_in_days",
    given: 7,
    baseline: 30,
    type: "aws_kms_key",
    count: 6,
  },
  {
    change: { logRetentionDays: 30 },
    control: "log-group-retention",
    property: "retention_in_days",
    given: 30,
    baseline: 365,
    type: "aws_cloudwatch_log_group",
    count: 13,
  },
  {
    change: { iotLogLevel: "ERROR" },
    control: "iot-logging-enabled",
    property: "default_log_level",
    given: "ERROR",
    baseline: "INFO",
    type: "aws_iot_logging_options",
    count: 1,
  },
  {
    change: { tlsPolicy: "IoTSecurityPolicy_TLS12_1_0_2016_01" },
    control: "iot-domain-tls",
    property: "tls_config[0].security_policy",
    given: "IoTSecurityPolicy_TLS12_1_0_2016_01",
    baseline: "IoTSecurityPolicy_TLS13_1_2_2022_10",
    type: "aws_iot_domain_configuration",
    count: 1,
  },
  {
    change: { roleAliasSeconds: 43_200 },
    control: "iot-role-alias-duration",
    property: "credential_duration",
    given: 43_200,
    baseline: 3600,
    type: "aws_iot_role_alias",
    count: 1,
  },
  {
    change: { deadLetterRetentionSeconds: 86_400 },
    control: "sqs-dead-letter-retention",
    property: "message_retention_seconds",
    given: 86_400,
    baseline: 1_209_600,
    type: "aws_sqs_queue",
    count: 1,
  },
  {
    change: { objectLock: { days: 30 } },
    control: "s3-object-lock",
    property: "object_lock_configuration[0].rule[0].default_retention[0].days",
    given: 30,
    baseline: 365,
    type: "aws_s3_bucket",
    count: 3,
  },
  {
    change: { signatureValidityYears: 1 },
    control: "signer-validity",
    property: "signature_validity_period[0].value",
    given: 1,
    baseline: 5,
    type: "aws_signer_signing_profile",
    count: 1,
  },
  {
    change: { lambdaRuntime: "nodejs16.x" },
    control: "lambda-runtime",
    property: "runtime",
    given: "nodejs16.x",
    baseline: "nodejs22.x",
    type: "aws_lambda_function",
    count: 6,
  },
  {
    change: { codeSigning: "none" },
    control: "lambda-code-signed",
    property: "code_signing_config_arn",
    given: "none",
    baseline: "enforce",
    type: "aws_lambda_function",
    count: 6,
  },
  {
    change: { operations: { gateways: { approvalDays: 30 } } },
    control: "ssm-patch-approval-delay",
    property: "approval_rule[0].approve_after_days",
    given: 30,
    baseline: 7,
    type: "aws_ssm_patch_baseline",
    count: 1,
  },
  {
    change: { rollout: { ...DEFAULT_ROLLOUT, abort: [{ failureType: "ALL", thresholdPercentage: 50, minExecuted: 20 }] } },
    control: "iot-job-abort",
    property: "AbortConfig.CriteriaList",
    given: 50,
    baseline: 10,
    type: "aws_cloudcontrolapi_resource",
    count: 2,
  },
  {
    change: { certificateAgeDays: 3650 },
    control: "iot-audit-certificate-age",
    property: "AuditCheckConfigurations.DeviceCertificateAgeCheck.Configuration.CertAgeThresholdInDays",
    given: 3650,
    baseline: 365,
    type: "aws_cloudcontrolapi_resource",
    count: 1,
  },
  {
    change: {
      defenderDetectors: [
        {
          id: "refusals",
          title: "A device is refused again and again",
          subject: "thing",
          logic: {
            kind: "count",
            events: ["connect-refused", "publish-refused", "subscribe-refused"],
            reasons: ["authorization"],
            count: 30,
            windowMs: 300_000,
          },
          severity: "high",
          response: "notify",
          techniques: [],
          obligations: ["OBL-CONS-2"],
          runbook: "Look at what it asked for.",
        },
      ],
    },
    control: "service-lifecycle-open",
    property: "Type",
    given: "AWS::IoT::SecurityProfile",
    baseline: "detection engine",
    type: "aws_cloudcontrolapi_resource",
    count: 1,
  },
];
