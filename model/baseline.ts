import { DOCUMENT_LIMITS } from "./document-limits.js";
import { RETENTION } from "./retention.js";

/**
 * Every number two rooms share: the default of a construct, the bound a rule checks (`data.baseline` in Rego) and the limit a rehearsal
 * measures against. A value here is a product decision unless a source says otherwise; law rarely gives numbers.
 */
export const BASELINE = {
  transport: {
    /**
     * Accepted security policies, strongest last. TLS 1.2 is the floor; the TLS12_1_0 policies keep ciphers from 2015 and 2016, and 2022_01 is that of
     * GovCloud. Source: docs.aws.amazon.com/iot/latest/developerguide/iot-endpoints-tls-config.html
     */
    iotSecurityPolicies: [
      "IoTSecurityPolicy_TLS12_1_2_2022_10",
      "IoTSecurityPolicy_TLS13_1_2_2022_01",
      "IoTSecurityPolicy_TLS13_1_2_2022_10",
      "IoTSecurityPolicy_TLS13_1_3_2022_10",
    ],
    defaultIotSecurityPolicy: "IoTSecurityPolicy_TLS13_1_2_2022_10",
    minimumTls: "TLSv1.2",
  },
  keys: {
    /** Days. KMS takes 90-2560. Source: docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable-disable.html */
    rotationPeriodDays: 365,
    /** Days. KMS takes 7-30. */
    deletionWindowDays: 30,
  },
  identity: {
    /** Seconds a role alias credential lives. AWS IoT takes 900-43200. Source: docs.aws.amazon.com/iot/latest/apireference/API_CreateRoleAlias.html */
    roleAliasSeconds: 3600,
    /** Days. */
    deviceCertificateDays: 365,
    /** Seconds from revocation or quarantine to disconnect. */
    revocationSeconds: 60,
    /** Seconds after which AWS IoT has surely seen a changed policy; its copy lives six to eight minutes. Source: docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html */
    policySettleSeconds: 600,
  },
  logging: {
    /** Days a log group keeps events; one of the values CloudWatch Logs takes. */
    retentionDays: RETENTION.operational.days,
    /** Accepted IoT logging levels. Source: docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html */
    iotLevels: ["WARN", "INFO", "DEBUG"],
    defaultIotLevel: "INFO",
  },
  queues: {
    /** Seconds. SQS keeps at most 1,209,600 (14 days). */
    deadLetterRetentionSeconds: 1_209_600,
  },
  firmware: {
    /** Years an update stays available: CRA Art. 13(9). */
    retentionYears: 10,
    /** Years. A signature must outlive the shortest support period: CRA Art. 13(8). */
    signatureValidityYears: 5,
    objectLockMode: "GOVERNANCE",
    objectLockDays: RETENTION.firmware.lockDays,
  },
  /** Days, for the rules; the classes they come from are in retention.ts. */
  retention: {
    telemetryDays: RETENTION.personal.days,
    evidenceDays: RETENTION.evidence.days,
    backupDays: RETENTION.backup.days,
    consentDays: RETENTION.consent.days,
  },
  compute: {
    /**
     * Lambda runtimes with security patches, until the dates in lifecycle/runtimes.ts. Source: docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
     * (checked 2026-11)
     */
    lambdaRuntimes: [
      "nodejs22.x",
      "nodejs24.x",
      "python3.11",
      "python3.12",
      "python3.13",
      "python3.14",
      "java8.al2",
      "java8.al2023",
      "java11",
      "java11.al2023",
      "java17",
      "java17.al2023",
      "java21",
      "java25",
      "dotnet10",
      "ruby3.3",
      "ruby3.4",
      "ruby4.0",
      "provided.al2023",
    ],
    defaultLambdaRuntime: "nodejs22.x",
  },
  patching: {
    /** Days from release to automatic approval of a critical or important security patch. */
    approvalDays: 7,
    /** Days between two runs of a patch window. */
    windowEveryDays: 7,
  },
  rollout: {
    /** Devices a minute. Source: docs.aws.amazon.com/iot/latest/developerguide/job-limits.html */
    maximumPerMinute: 1000,
    abortThresholdPercentage: 10,
    canarySuccess: 0.95,
  },
  waivers: {
    /** Days from `created` to the last day a waiver may hold, by the severity of what it waives: the worse, the sooner somebody looks again. */
    maximumDays: { critical: 90, high: 180, medium: 365, low: 365 },
  },
  tags: { required: ["bulwark:product", "bulwark:data-class"] },
  /** Bounds for the provider's own documents. */
  documents: DOCUMENT_LIMITS,
} as const;

export type Baseline = typeof BASELINE;
