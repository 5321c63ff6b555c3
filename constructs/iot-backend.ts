import { Construct } from "constructs";
import { TerraformOutput } from "#tf";
import { AlertTopic } from "./base/alert-topic.js";
import { BackendContext, type BackendContextProps } from "./base/backend-context.js";
import { DataKey } from "./base/data-key.js";
import { DeviationLog } from "./base/deviation-log.js";
import { policyVar } from "./base/iot-var.js";
import type { ObjectLock } from "./base/secure-bucket.js";
import { DeviceCredentials } from "./identity/device-credentials.js";
import { DeviceEndpoint } from "./identity/device-endpoint.js";
import { DevicePolicy } from "./identity/device-policy.js";
import { DeviceRegistry } from "./identity/device-registry.js";
import { FleetProvisioning } from "./identity/fleet-provisioning.js";
import { ThingGroups } from "./identity/thing-groups.js";
import { type DeviceModel, ThingTypes } from "./identity/thing-types.js";
import { TelemetryLake } from "./ingest/telemetry-lake.js";
import { TelemetryRule } from "./ingest/telemetry-rule.js";
import { AccessLogBucket } from "./record/access-log-bucket.js";
import { AuditTrail } from "./record/audit-trail.js";
import { IotLogging, type IotLoggingProps } from "./record/iot-logging.js";
import { FirmwareStore } from "./update/firmware-store.js";

export interface IotBackendProps extends BackendContextProps {
  /** Device models of the fleet, at least one. @obligation OBL-IAM-2 */
  readonly models: readonly DeviceModel[];
  /** Fields of a telemetry message that are kept. @obligation OBL-DATA-5 */
  readonly telemetryFields: readonly string[];
  /** ACM certificate (ARN) that firmware is signed with; imported outside Terraform. @obligation OBL-SDLC-7 */
  readonly signingCertificateArn: string;
  /** Addresses that get every alarm. @default [] @obligation OBL-CONS-4 */
  readonly alertEmails?: readonly string[];
  /** Own domain name devices connect to. @default a domain name of AWS */
  readonly domainName?: string;
  /** ACM certificate (ARN) of the own domain name. @default none */
  readonly serverCertificateArns?: readonly string[];
  /** TLS policy of the device endpoint. @default IoTSecurityPolicy_TLS13_1_2_2022_10 @obligation OBL-DATA-6 */
  readonly tlsPolicy?: string;
  /** `false` stops new identities. @default true @obligation OBL-IAM-5 */
  readonly provisioningEnabled?: boolean;
  /** Seconds a device's AWS credentials live. @default 3600 @obligation OBL-IAM-4 */
  readonly roleAliasSeconds?: number;
  /** Lambda runtime of the functions. @default nodejs22.x @obligation OBL-SDLC-6 */
  readonly lambdaRuntime?: string;
  /** Days telemetry is kept. @default 365 @obligation OBL-DATA-12 */
  readonly telemetryRetentionDays?: number;
  /** Days log groups keep events. @default 365 @obligation OBL-CONS-5 */
  readonly logRetentionDays?: number;
  /** Days the audit archive keeps a record. @default 3650 @obligation OBL-CONS-5 */
  readonly archiveDays?: number;
  /** Level of the AWS IoT log. @default INFO @obligation OBL-CONS-5 */
  readonly iotLogLevel?: IotLoggingProps["level"];
  /** Seconds a dead letter waits. @default 1209600 @obligation OBL-CONS-5 */
  readonly deadLetterRetentionSeconds?: number;
  /** Days between two rotations of each key. @default 365 @obligation OBL-DATA-7 */
  readonly keyRotationDays?: number;
  /** Days the deletion of a key can be called off. @default 30 @obligation OBL-DATA-7 */
  readonly keyDeletionWindowDays?: number;
  /** How firmware and audit records are locked. @default GOVERNANCE, 365 days @obligation OBL-SDLC-8 */
  readonly objectLock?: ObjectLock;
  /** Years a firmware signature is valid. @default 5 @obligation OBL-SDLC-7 */
  readonly signatureValidityYears?: number;
  /** Account-wide AWS IoT settings (log, index, events): one stack of a region makes them. @default create */
  readonly accountSettings?: "create" | "assume-existing";
}

interface Keys {
  readonly telemetry: DataKey;
  readonly identity: DataKey;
  readonly firmware: DataKey;
  readonly audit: DataKey;
  readonly alerts: DataKey;
}

/**
 * A secure AWS IoT backend with every default of the baseline: identity, ingest, firmware, audit. Weaker values need an `accept`.
 * @throws BulwarkError BW_PROP_INVALID, BW_BASELINE, BW_ACCEPT_INVALID
 */
export class IotBackend extends Construct {
  readonly context: BackendContext;
  readonly keys: Keys;
  readonly alerts: AlertTopic;
  readonly accessLogs: AccessLogBucket;
  readonly types: ThingTypes;
  readonly groups: ThingGroups;
  readonly registry: DeviceRegistry;
  readonly credentials: DeviceCredentials;
  readonly devicePolicy: DevicePolicy;
  readonly provisioning: FleetProvisioning;
  readonly endpoint: DeviceEndpoint;
  readonly lake: TelemetryLake;
  readonly telemetry: TelemetryRule;
  readonly firmware: FirmwareStore;
  readonly trail: AuditTrail;
  /** Absent with `accountSettings: "assume-existing"`. */
  readonly iotLogging?: IotLogging;

  constructor(scope: Construct, id: string, props: IotBackendProps) {
    super(scope, id);
    const context = new BackendContext(this, props);
    this.context = context;
    DeviationLog.of(this);

    this.keys = this.makeKeys(props);
    this.alerts = new AlertTopic(this, "alerts", { context, key: this.keys.alerts, emails: props.alertEmails });
    this.accessLogs = new AccessLogBucket(this, "access-logs", { context, retentionDays: props.logRetentionDays });
    const shared = {
      context,
      alerts: this.alerts,
      accessLogs: this.accessLogs.bucket,
      logKey: this.keys.audit,
      logRetentionDays: props.logRetentionDays,
    };

    this.types = new ThingTypes(this, "types", { context, models: props.models });
    this.groups = new ThingGroups(this, "groups", { context });
    this.registry = new DeviceRegistry(this, "registry", { context, key: this.keys.identity });
    this.credentials = new DeviceCredentials(this, "credentials", {
      context,
      dataClass: "telemetry",
      durationSeconds: props.roleAliasSeconds,
    });
    this.devicePolicy = new DevicePolicy(this, "device-policy", { context, roleAlias: this.credentials.aliasName });
    this.provisioning = new FleetProvisioning(this, "provisioning", {
      ...shared,
      models: props.models,
      types: this.types,
      groups: this.groups,
      devicePolicy: this.devicePolicy,
      registry: this.registry,
      key: this.keys.identity,
      enabled: props.provisioningEnabled,
      lambdaRuntime: props.lambdaRuntime,
    });
    this.endpoint = new DeviceEndpoint(this, "endpoint", {
      context,
      domainName: props.domainName,
      serverCertificateArns: props.serverCertificateArns,
      securityPolicy: props.tlsPolicy,
    });

    this.lake = new TelemetryLake(this, "lake", { ...shared, key: this.keys.telemetry, retentionDays: props.telemetryRetentionDays });
    this.telemetry = new TelemetryRule(this, "telemetry", {
      ...shared,
      lake: this.lake,
      key: this.keys.telemetry,
      fields: props.telemetryFields,
      deadLetterRetentionSeconds: props.deadLetterRetentionSeconds,
    });
    this.grantUploads();

    this.firmware = new FirmwareStore(this, "firmware", {
      ...shared,
      key: this.keys.firmware,
      signingCertificateArn: props.signingCertificateArn,
      signatureValidityYears: props.signatureValidityYears,
      objectLock: props.objectLock,
    });
    this.trail = new AuditTrail(this, "trail", {
      ...shared,
      key: this.keys.audit,
      watched: [this.firmware.bucket],
      archiveDays: props.archiveDays,
      objectLock: props.objectLock,
    });
    if (props.accountSettings !== "assume-existing")
      this.iotLogging = new IotLogging(this, "iot-logging", {
        context,
        key: this.keys.audit,
        level: props.iotLogLevel,
        logRetentionDays: props.logRetentionDays,
      });

    context.requireAcceptsUsed();
    this.makeOutputs();
  }

  private makeKeys({ keyRotationDays, keyDeletionWindowDays }: IotBackendProps): Keys {
    const key = (dataClass: keyof Keys): DataKey =>
      new DataKey(this, `${dataClass}-key`, {
        context: this.context,
        dataClass,
        rotationPeriodDays: keyRotationDays,
        deletionWindowDays: keyDeletionWindowDays,
      });
    const keys = {
      telemetry: key("telemetry"),
      identity: key("identity"),
      firmware: key("firmware"),
      audit: key("audit"),
      alerts: key("alerts"),
    };
    keys.audit.grantLogs();
    return keys;
  }

  /** A device may leave files under its own name, as a camera does with a clip; it can read none, not even its own. */
  private grantUploads(): void {
    const { role } = this.credentials;
    role.allow("Uploads", ["s3:PutObject"], [`${this.lake.bucket.arn}/uploads/${policyVar("credentials-iot:ThingName")}/*`]);
    this.keys.telemetry.grantRole(role, "s3", ["kms:Decrypt", "kms:GenerateDataKey"]);
  }

  private makeOutputs(): void {
    const output = (id: string, description: string, value: string): TerraformOutput =>
      new TerraformOutput(this, id, { description, value });
    output("device-policy-name", "AWS IoT policy of every device", this.devicePolicy.policy.name);
    output("claim-policy-name", "AWS IoT policy of the claim certificates", this.provisioning.claimPolicy.policy.name);
    output("provisioning-template-name", "Template a claim asks for", this.provisioning.template.name);
    output("quarantine-group-name", "Group that cuts a device off", this.groups.quarantine.name);
    output("firmware-bucket-name", "Where signed firmware goes, under signed/", this.firmware.bucket.bucket.bucket);
    output("signing-profile-name", "AWS Signer profile of the firmware", this.firmware.signingProfile.name);
    output("alert-topic-arn", "SNS topic of every alarm", this.alerts.topic.arn);
  }
}
