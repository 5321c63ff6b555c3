import type { Detector } from "../model/detectors/types.js";
import type { RetentionChoice, RolloutPlan } from "../model/index.js";
import type { BackendContextProps } from "./base/backend-context.js";
import type { ObjectLock } from "./base/secure-bucket.js";
import type { DeviceCaOptions } from "./identity/device-ca.js";
import type { DeviceModel } from "./identity/thing-types.js";
import type { OperationsOptions } from "./operate/operations.js";
import type { SecondRegionOptions } from "./operate/second-region.js";
import type { PrivacyOptions } from "./privacy/privacy-controls.js";
import type { ArchiveLocation } from "./record/foreign-archive.js";
import type { IotLoggingProps } from "./record/iot-logging.js";
import type { FleetDefenceOptions } from "./respond/fleet-defence.js";
import type { SoftwareRelease } from "./update/software-catalogue.js";

export interface IotBackendProps extends BackendContextProps {
  /** Device models of the fleet, at least one. @obligation OBL-IAM-2 */
  readonly models: readonly DeviceModel[];
  /** Fields of a telemetry message that are kept. @obligation OBL-DATA-5 */
  readonly telemetryFields: readonly string[];
  /** ACM certificate (ARN) that firmware is signed with; imported outside Terraform. @obligation OBL-SDLC-7 */
  readonly signingCertificateArn: string;
  /** Addresses that get every alarm. @default [] @obligation OBL-CONS-4 */
  readonly alertEmails?: readonly string[];
  /** Own domain name devices connect to. @default a domain name of AWS @wiring */
  readonly domainName?: string;
  /** ACM certificate (ARN) of the own domain name. @default none @obligation OBL-DATA-6 */
  readonly serverCertificateArns?: readonly string[];
  /** TLS policy of the device endpoint. @default IoTSecurityPolicy_TLS13_1_2_2022_10 @obligation OBL-DATA-6 @accept iot-domain-tls */
  readonly tlsPolicy?: string;
  /** `false` stops new identities. @default true @obligation OBL-IAM-5 */
  readonly provisioningEnabled?: boolean;
  /** Seconds a device's AWS credentials live. @default 3600 @obligation OBL-IAM-4 @accept iot-role-alias-duration */
  readonly roleAliasSeconds?: number;
  /** Lambda runtime of the functions. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Code of the functions is signed, and Lambda refuses any other. @default enforce @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: "enforce" | "none";
  /** Retention class of telemetry, or days; `technical` where it says nothing about people. @default personal: 365 days @obligation OBL-DATA-12 */
  readonly telemetryRetentionDays?: RetentionChoice;
  /** Retention class of log groups, or days as CloudWatch Logs takes them. @default operational: 365 days @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
  /** Retention class of the archives, or days. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** Archive in an account of its own that takes the trail, log lines and the history of AWS Config. @default buckets of this account @obligation OBL-INC-5 */
  readonly archive?: ArchiveLocation;
  /**
   * Where the fleet goes on when its region is lost: copies of keys, tables, firmware and evidence, and an endpoint that stands by. Has to be there from the
   * start: KMS makes no key multi-region later. @default none @obligation OBL-INC-3
   */
  readonly secondRegion?: SecondRegionOptions;
  /** Level of the AWS IoT log. @default INFO @obligation OBL-CONS-5 @accept iot-logging-enabled */
  readonly iotLogLevel?: IotLoggingProps["level"];
  /** Seconds a dead letter waits. @default 1209600 @obligation OBL-CONS-5 @accept sqs-dead-letter-retention */
  readonly deadLetterRetentionSeconds?: number;
  /** Days between two rotations of each key. @default 365 @obligation OBL-DATA-7 @accept kms-key-rotation */
  readonly keyRotationDays?: number;
  /** Days the deletion of a key can be called off. @default 30 @obligation OBL-DATA-7 @accept kms-deletion-window */
  readonly keyDeletionWindowDays?: number;
  /** How firmware and audit records are locked. @default GOVERNANCE, 365 days @obligation OBL-SDLC-8 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
  /** Years a firmware signature is valid. @default 5 @obligation OBL-SDLC-7 @accept signer-validity */
  readonly signatureValidityYears?: number;
  /** How a release reaches the fleet; `toRolloutPlan` makes it of a Rollout document. @default DEFAULT_ROLLOUT @obligation OBL-SDLC-6 @accept iot-job-abort */
  readonly rollout?: RolloutPlan;
  /** Releases of the software catalogue, each with its image and SBOM in the firmware bucket. @default [] @obligation OBL-SDLC-4 */
  readonly releases?: readonly SoftwareRelease[];
  /** Days after which the audit calls a device certificate old. @default 365 @obligation OBL-IAM-6 @accept iot-audit-certificate-age */
  readonly certificateAgeDays?: number;
  /** Own CA whose device certificates AWS IoT takes (just-in-time provisioning). @default none @obligation OBL-IAM-2 */
  readonly deviceCa?: DeviceCaOptions;
  /** Own function that signs device certificates for the whole account. @default none @obligation OBL-IAM-2 */
  readonly certificateProviderFunction?: string;
  /** Detectors to run in Device Defender Detect, which is closed to new customers. @default none: the backend detects by itself @obligation OBL-CONS-2 @accept service-lifecycle-open */
  readonly defenderDetectors?: readonly Detector[];
  /** Own key for what AWS IoT Core keeps; every caller of its control plane in the account then needs it. @default aws-owned-key @obligation OBL-DATA-7 */
  readonly coreEncryption?: "customer-key" | "aws-owned-key";
  /** Detection, quarantine and incident record; `none` leaves them out. @default on, devices are really cut off, certificates stay @obligation OBL-CONS-3 @obligation OBL-INC-2 */
  readonly defence?: FleetDefenceOptions | "none";
  /** Account-wide AWS IoT settings (log, index, events, audit): one stack of a region makes them. @default create @obligation OBL-CONS-5 @obligation OBL-CONS-1 */
  readonly accountSettings?: "create" | "assume-existing";
  /** Watchers of the account, operators, backups, alarms, gateways, images; `none` leaves them all out. @default all but gateways and images @obligation OBL-INC-1 */
  readonly operations?: OperationsOptions | "none";
  /** Consent, pseudonyms, erasure; `none` where telemetry says nothing about people. @default pseudonyms, no field that needs consent @obligation OBL-DATA-4 */
  readonly privacy?: PrivacyOptions | "none";
}
