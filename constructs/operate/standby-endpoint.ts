import { Construct } from "constructs";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import { CodeSigning } from "../base/code-signing.js";
import type { DataKey } from "../base/data-key.js";
import type { NodeFunction } from "../base/node-function.js";
import type { SecureBucket } from "../base/secure-bucket.js";
import { DeviceAudit } from "../detect/device-audit.js";
import { TargetLogging } from "../detect/target-logging.js";
import { DeviceCa, type DeviceCaOptions } from "../identity/device-ca.js";
import { DeviceEndpoint } from "../identity/device-endpoint.js";
import { DevicePolicy } from "../identity/device-policy.js";
import { DeviceRegistry } from "../identity/device-registry.js";
import { FleetProvisioning } from "../identity/fleet-provisioning.js";
import { ThingGroups } from "../identity/thing-groups.js";
import { type DeviceModel, ThingTypes } from "../identity/thing-types.js";
import { TelemetryLake } from "../ingest/telemetry-lake.js";
import { TelemetryRule } from "../ingest/telemetry-rule.js";
import { ConsentLedger } from "../privacy/consent-ledger.js";
import { PseudonymKey } from "../privacy/pseudonym-key.js";
import { TelemetryFilter } from "../privacy/telemetry-filter.js";
import { IotLogging, type IotLoggingProps } from "../record/iot-logging.js";
import { LogPrivacy } from "../record/log-privacy.js";
import type { RunbookProps } from "./operator-alarm.js";
import { ServiceAlarms } from "./service-alarms.js";

/** One key for each class of data, as an `IotBackend` has them. */
export type KeysByClass = Readonly<Record<"telemetry" | "identity" | "firmware" | "audit" | "alerts", DataKey>>;

/** What of a backend's choices holds for its standby as well. */
export interface StandbyChoices extends RunbookProps {
  /** Device models of the fleet. @obligation OBL-IAM-2 */
  readonly models: readonly DeviceModel[];
  /** Fields of a telemetry message that are kept. @obligation OBL-DATA-5 */
  readonly telemetryFields: readonly string[];
  /** Retention class of telemetry, or days. @default personal: 365 days @obligation OBL-DATA-12 */
  readonly telemetryRetentionDays?: RetentionChoice;
  /** Retention class of log groups, or days. @default operational: 365 days @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
  /** TLS policy of the endpoint. @default IoTSecurityPolicy_TLS13_1_2_2022_10 @obligation OBL-DATA-6 @accept iot-domain-tls */
  readonly tlsPolicy?: string;
  /** Lambda runtime of the functions. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Code of the functions is signed. @default enforce @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: "enforce" | "none";
  /** Days between two rotations of a key of the standby's own. @default 365 @obligation OBL-DATA-7 @accept kms-key-rotation */
  readonly keyRotationDays?: number;
  /** Days the deletion of a key can be called off. @default 30 @obligation OBL-DATA-7 @accept kms-deletion-window */
  readonly keyDeletionWindowDays?: number;
  /** Seconds a dead letter waits. @default 1209600 @obligation OBL-CONS-5 @accept sqs-dead-letter-retention */
  readonly deadLetterRetentionSeconds?: number;
  /** Level of the AWS IoT log. @default INFO @obligation OBL-CONS-5 @accept iot-logging-enabled */
  readonly iotLogLevel?: IotLoggingProps["level"];
  /** Days after which the audit calls a device certificate old. @default 365 @obligation OBL-IAM-6 @accept iot-audit-certificate-age */
  readonly certificateAgeDays?: number;
  /** Own CA whose device certificates are taken here too. @default none @obligation OBL-IAM-2 */
  readonly deviceCa?: DeviceCaOptions;
  /** Account-wide AWS IoT settings of this region. @default create @obligation OBL-CONS-5 */
  readonly accountSettings?: "create" | "assume-existing";
}

export interface StandbyEndpointProps extends InContext, StandbyChoices {
  /** Keys of this region, replicas of the first's. @obligation OBL-DATA-7 */
  readonly keys: KeysByClass;
  /** Where alarms go, in this region. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Bucket of this region that takes access logs. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Registry of the first region, whose entries are shared. @obligation OBL-IAM-5 */
  readonly registry: DeviceRegistry;
  /** What telemetry is filtered by, of the first region. @default none: telemetry is kept as it comes @obligation OBL-DATA-4 */
  readonly privacy?: {
    readonly ledger: ConsentLedger;
    readonly pseudonymKey?: PseudonymKey;
    readonly consentFields: Readonly<Record<string, string>>;
  };
  /** Own domain name devices connect to here. @default a domain name of AWS @wiring */
  readonly domainName?: string;
  /** ACM certificate (ARN) of that name, in this region. @default none @obligation OBL-DATA-6 */
  readonly serverCertificateArns?: readonly string[];
  /** Whether new devices get their identity here: two regions could give one serial number away twice. @default false @obligation OBL-IAM-5 */
  readonly provisioningEnabled?: boolean;
}

/**
 * Where devices connect when the first region is gone: the same policies, types, groups and TLS, telemetry kept under the same consents and pseudonyms, the
 * same log and audit. It detects nothing and quarantines nobody. Whoever was quarantined or revoked in the first region is not so here, and a certificate is
 * known here only once it is registered here. @obligation OBL-INC-3
 * @setting iot-domain-tls: the endpoint takes TLS 1.2 and up
 * @setting iot-logging-enabled: refused connections are logged here too
 * @setting iot-audit-checks-on: every check of Device Defender Audit is on here too
 * @setting lambda-code-signed: only signed code runs
 * @cost connects and messages of devices while they are here; keys, a bucket and a signing profile all the time
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/disaster-recovery-resiliency.html
 */
export class StandbyEndpoint extends Construct {
  /** Absent with `codeSigning: "none"`. */
  readonly codeSigning?: CodeSigning;
  readonly types: ThingTypes;
  readonly groups: ThingGroups;
  readonly registry: DeviceRegistry;
  readonly devicePolicy: DevicePolicy;
  readonly provisioning: FleetProvisioning;
  readonly endpoint: DeviceEndpoint;
  readonly lake: TelemetryLake;
  readonly telemetry: TelemetryRule;
  readonly ledger?: ConsentLedger;
  readonly pseudonymKey?: PseudonymKey;
  readonly filter?: TelemetryFilter;
  readonly deviceCa?: DeviceCa;
  readonly iotLogging?: IotLogging;
  readonly targetLogging?: TargetLogging;
  readonly audit?: DeviceAudit;
  readonly logPrivacy?: LogPrivacy;
  readonly alarms: ServiceAlarms;

  constructor(scope: Construct, id: string, props: StandbyEndpointProps) {
    super(scope, id);
    const { context, keys, alerts, models, logRetentionDays, lambdaRuntime } = props;
    if (props.codeSigning !== "none") this.codeSigning = new CodeSigning(this, "code-signing", props);
    const shared = {
      context,
      alerts,
      accessLogs: props.accessLogs,
      codeSigning: this.codeSigning,
      logKey: keys.audit,
      logRetentionDays,
      lambdaRuntime,
    };
    this.types = new ThingTypes(this, "types", { context, models });
    this.groups = new ThingGroups(this, "groups", { context });
    this.registry = new DeviceRegistry(this, "registry", { context, key: keys.identity, replicaOf: props.registry });
    // No AWS credentials here: uploads they would allow are what an erasure has to find.
    this.devicePolicy = new DevicePolicy(this, "device-policy", { context, roleAlias: undefined });
    const identity = { types: this.types, groups: this.groups, devicePolicy: this.devicePolicy };
    this.provisioning = new FleetProvisioning(this, "provisioning", {
      ...shared,
      ...identity,
      models,
      registry: this.registry,
      key: keys.identity,
      enabled: props.provisioningEnabled ?? false,
    });
    this.endpoint = new DeviceEndpoint(this, "endpoint", { ...props, securityPolicy: props.tlsPolicy });
    if (props.deviceCa) this.deviceCa = new DeviceCa(this, "device-ca", { context, ...props.deviceCa, ...identity });

    this.lake = new TelemetryLake(this, "lake", { ...shared, key: keys.telemetry, retentionDays: props.telemetryRetentionDays });
    this.telemetry = new TelemetryRule(this, "telemetry", {
      ...props,
      lake: this.lake,
      key: keys.telemetry,
      fields: props.telemetryFields,
    });
    if (props.privacy) {
      const { ledger, pseudonymKey, consentFields } = props.privacy;
      this.ledger = new ConsentLedger(this, "ledger", { context, key: keys.identity, replicaOf: ledger });
      if (pseudonymKey) this.pseudonymKey = new PseudonymKey(this, "pseudonym-key", { context, replicaOf: pseudonymKey });
      if (pseudonymKey || Object.keys(consentFields).length > 0)
        this.filter = new TelemetryFilter(this, "filter", {
          ...shared,
          ledger: this.ledger,
          pseudonymKey: this.pseudonymKey,
          consentFields,
          fields: props.telemetryFields,
          lake: this.lake,
          key: keys.identity,
        });
    }
    if (props.accountSettings !== "assume-existing") {
      this.iotLogging = new IotLogging(this, "iot-logging", { context, key: keys.audit, level: props.iotLogLevel, logRetentionDays });
      this.targetLogging = new TargetLogging(this, "target-logging", { context, groups: this.groups, after: [this.iotLogging.options] });
      this.audit = new DeviceAudit(this, "audit", { context, alerts, certificateAgeDays: props.certificateAgeDays });
    }
    if (props.privacy)
      this.logPrivacy = new LogPrivacy(this, "log-privacy", {
        context,
        key: keys.audit,
        groups: [...this.functions, ...(this.iotLogging ? [this.iotLogging] : [])].map(({ logGroup }) => logGroup),
        logRetentionDays,
      });
    this.alarms = new ServiceAlarms(this, "alarms", {
      context,
      alerts,
      runbookUrl: props.runbookUrl,
      functions: this.functions,
      lake: this.lake,
      rule: this.telemetry,
      certificateArns: props.serverCertificateArns ?? [],
    });
  }

  private get functions(): readonly NodeFunction[] {
    return [this.provisioning.hook, ...(this.filter ? [this.filter.filter] : [])];
  }
}
