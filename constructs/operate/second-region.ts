import { Construct } from "constructs";
import type { DynamodbTable } from "#aws/dynamodb-table";
import { Aspects, type TerraformProvider } from "#tf";
import { BulwarkError } from "../../model/errors.js";
import type { RetentionChoice } from "../../model/retention.js";
import { AlertTopic } from "../base/alert-topic.js";
import type { BackendContext, InContext } from "../base/backend-context.js";
import { DataKey } from "../base/data-key.js";
import { OnProvider } from "../base/on-provider.js";
import { type ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import { TableReplica } from "../base/table-replica.js";
import type { DeviceRegistry } from "../identity/device-registry.js";
import type { PrivacyControls } from "../privacy/privacy-controls.js";
import { AccessLogBucket } from "../record/access-log-bucket.js";
import type { AuditTrail } from "../record/audit-trail.js";
import type { LogArchive } from "../record/log-archive.js";
import type { IncidentRecorder } from "../respond/incident-recorder.js";
import type { FirmwareStore } from "../update/firmware-store.js";
import { BucketReplication } from "./bucket-replication.js";
import { OperatorAlarm } from "./operator-alarm.js";
import { type KeysByClass, type StandbyChoices, StandbyEndpoint } from "./standby-endpoint.js";

/** Where a fleet goes on when its region is lost. */
export interface SecondRegionOptions {
  /** The second region, such as `eu-central-1`, of the same partition. Data of people moves there: choose it as you chose the first. @obligation OBL-INC-3 */
  readonly region: string;
  /** Provider of that region, with an alias. @wiring */
  readonly provider: TerraformProvider;
  /** Endpoint, policies and ingest that stand by; `none` keeps copies only. @default create @obligation OBL-INC-3 */
  readonly standby?: "create" | "none";
  /** Own domain name devices connect to there. @default a domain name of AWS @wiring */
  readonly domainName?: string;
  /** ACM certificate (ARN) of that name, in that region. @default none @obligation OBL-DATA-6 */
  readonly serverCertificateArns?: readonly string[];
  /** Whether new devices get their identity there: two regions could give one serial number away twice. @default false @obligation OBL-IAM-5 */
  readonly provisioningEnabled?: boolean;
}

/** The parts of a backend that are carried to its second region. */
export interface CarriedParts {
  /** Keys of the backend, all of them multi-region. @obligation OBL-DATA-7 */
  readonly keys: KeysByClass;
  /** Where alarms of the first region go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** The list of devices. @obligation OBL-IAM-5 */
  readonly registry: DeviceRegistry;
  /** Signed images. @obligation OBL-SDLC-8 */
  readonly firmware: FirmwareStore;
  /** Who did what; it also records who reads the copies of images. @obligation OBL-INC-5 */
  readonly trail: AuditTrail;
  /** Log lines. @default none are copied @obligation OBL-INC-5 */
  readonly logArchive?: LogArchive;
  /** Incidents. @default none are copied @obligation OBL-INC-5 */
  readonly incidents?: IncidentRecorder;
  /** Consents and pseudonyms. @default none are copied @obligation OBL-DATA-4 */
  readonly privacy?: PrivacyControls;
}

export interface SecondRegionProps extends InContext, SecondRegionOptions, StandbyChoices, CarriedParts {
  /** Facts of the first region. @wiring */
  readonly first: BackendContext;
  /** Addresses that get every alarm of the second region. @default [] @obligation OBL-CONS-4 */
  readonly alertEmails?: readonly string[];
  /** Telemetry fields that only consent allows to be kept. @default {} @obligation OBL-DATA-4 */
  readonly consentFields?: Readonly<Record<string, string>>;
  /** Retention class, or days, of the copied evidence. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** How copies are locked. @default GOVERNANCE, 365 days @obligation OBL-SDLC-8 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
}

/** Milliseconds a write takes to reach the copy of a table: seconds as a rule. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_monitoring.html */
const TABLE_LATE = 60_000;

/**
 * What survives the loss of a region: keys, the list of devices, consents, incidents, firmware and evidence, each copied as it is written, and an endpoint devices
 * can go to. An alarm says when a copy fails or is late. Telemetry stays where it was received, since what is erased has to be found.
 * @obligation OBL-INC-3 @obligation OBL-SDLC-8 @obligation OBL-INC-5
 * @setting kms-deletion-window: the deletion of a replica can be called off for 30 days
 * @setting dynamodb-table-customer-key: copies of tables are encrypted with a key of your own
 * @setting s3-object-lock: copies of images and evidence are locked for 365 days (`GOVERNANCE`)
 * @setting firmware-access-recorded: who reads copies of images is recorded
 * @setting alarm-has-action: a copy that failed or is late reaches a person
 * @cost what is copied, twice stored and moved between regions; replicas of keys; the standby's keys, log and signing profile
 */
export class SecondRegion extends Construct {
  /** Scope of all that is in the second region. */
  readonly there: Construct;
  readonly keys: KeysByClass;
  readonly alerts: AlertTopic;
  readonly accessLogs: AccessLogBucket;
  readonly firmware: SecureBucket;
  /** Copies of the evidence that lies in this account; one in an archive of another account is copied there. */
  readonly evidence: readonly SecureBucket[];
  /** Copies of tables by the name of the table; the standby has its own of those it uses. */
  readonly tables: readonly { readonly table: string; readonly replica: TableReplica }[];
  readonly replications: readonly BucketReplication[];
  /** Absent with `standby: "none"`. */
  readonly standby?: StandbyEndpoint;

  constructor(scope: Construct, id: string, props: SecondRegionProps) {
    super(scope, id);
    const { context, first } = props;
    this.requireAnother(first, context);
    this.there = new Construct(this, context.region);
    Aspects.of(this.there).add(new OnProvider(props.provider));

    this.keys = this.makeKeys(props);
    this.alerts = new AlertTopic(this.there, "alerts", { context, key: this.keys.alerts, emails: props.alertEmails });
    this.accessLogs = new AccessLogBucket(this.there, "access-logs", { context, retentionDays: props.logRetentionDays });

    const images = props.firmware.bucket;
    this.firmware = this.copyOf(props, "firmware", "never");
    props.trail.watch(this.firmware);
    const evidence = [
      ["audit", props.trail.archive],
      ["logs", props.logArchive?.bucket],
    ] as const;
    const kept = evidence.flatMap(([purpose, from]) =>
      from === undefined ? [] : [{ purpose, from, to: this.copyOf(props, purpose, props.archiveDays ?? "evidence") }],
    );
    this.evidence = kept.map(({ to }) => to);
    this.replications = [
      this.replicate(props, "firmware", images, this.firmware),
      ...kept.map(({ purpose, from, to }) => this.replicate(props, purpose, from, to)),
    ];
    if (props.standby !== "none") this.standby = this.makeStandby(props);
    this.tables = this.makeTables(props);
    for (const { table } of this.tables) this.watchTable(props, table);
  }

  /** @throws BulwarkError BW_PROP_INVALID */
  private requireAnother(first: BackendContext, second: BackendContext): void {
    const refuse = (problem: string): never => {
      throw new BulwarkError("BW_PROP_INVALID", { construct: this.node.path, property: "region", given: second.region, problem });
    };
    if (first.region === second.region) refuse("is the region the backend is in");
    if (first.partition !== second.partition) refuse(`is not in the partition of ${first.region}`);
    if (first.cfnRenderer === "awscc")
      refuse('needs cfnRenderer "cloudcontrol" or "cloudformation": awscc has one provider here, of one region');
  }

  private makeKeys({ context, keys, keyDeletionWindowDays }: SecondRegionProps): KeysByClass {
    const replica = (dataClass: keyof KeysByClass): DataKey =>
      new DataKey(this.there, `${dataClass}-key`, {
        context,
        dataClass,
        replicaOf: keys[dataClass],
        deletionWindowDays: keyDeletionWindowDays,
      });
    const replicas = {
      telemetry: replica("telemetry"),
      identity: replica("identity"),
      firmware: replica("firmware"),
      audit: replica("audit"),
      alerts: replica("alerts"),
    };
    replicas.audit.grantLogs();
    return replicas;
  }

  private copyOf(
    { context, objectLock }: SecondRegionProps,
    purpose: "firmware" | "audit" | "logs",
    expireDays: RetentionChoice | "never",
  ): SecureBucket {
    const dataClass = purpose === "firmware" ? "firmware" : "audit";
    return new SecureBucket(this.there, purpose, {
      context,
      purpose,
      dataClass,
      key: this.keys[dataClass],
      accessLogs: this.accessLogs.bucket,
      expireDays,
      objectLock: objectLock ?? {},
    });
  }

  private replicate(
    props: SecondRegionProps,
    purpose: "firmware" | "audit" | "logs",
    from: SecureBucket,
    to: SecureBucket,
  ): BucketReplication {
    const dataClass = purpose === "firmware" ? "firmware" : "audit";
    return new BucketReplication(this, `replicate-${purpose}`, {
      context: props.first,
      purpose,
      from: { bucket: from, key: props.keys[dataClass] },
      to: { bucket: to, key: this.keys[dataClass] },
      alerts: props.alerts,
      there: { context: props.context, alerts: this.alerts, scope: this.there },
      runbookUrl: props.runbookUrl,
    });
  }

  private makeStandby({ privacy, consentFields, ...props }: SecondRegionProps): StandbyEndpoint {
    return new StandbyEndpoint(this.there, "standby", {
      ...props,
      keys: this.keys,
      alerts: this.alerts,
      accessLogs: this.accessLogs.bucket,
      ...(privacy === undefined
        ? {}
        : {
            privacy: {
              ledger: privacy.ledger,
              consentFields: consentFields ?? {},
              ...(privacy.pseudonymKey === undefined ? {} : { pseudonymKey: privacy.pseudonymKey }),
            },
          }),
    });
  }

  private makeTables({ context, keys, incidents, registry, privacy }: SecondRegionProps): SecondRegion["tables"] {
    const copy = (id: string, table: DynamodbTable, dataClass: "identity" | "audit"): TableReplica =>
      new TableReplica(this.there, id, { context, table, tableKey: keys[dataClass], key: this.keys[dataClass] });
    return [
      { table: "device-registry", replica: this.standby?.registry.replica ?? copy("registry", registry.table, "identity") },
      ...(privacy
        ? [{ table: "consents", replica: this.standby?.ledger?.replica ?? copy("ledger", privacy.ledger.table, "identity") }]
        : []),
      ...(incidents ? [{ table: "incidents", replica: copy("incidents", incidents.table, "audit") }] : []),
    ];
  }

  private watchTable({ first, context, alerts, runbookUrl }: SecondRegionProps, table: string): void {
    new OperatorAlarm(this, `late-${table}`, {
      context: first,
      alerts,
      purpose: `table-late-${table}`,
      namespace: "AWS/DynamoDB",
      metric: "ReplicationLatency",
      dimensions: { TableName: first.name(table), ReceivingRegion: context.region },
      statistic: "Maximum",
      above: TABLE_LATE,
      what: `Writes to ${first.name(table)} reach ${context.region} more than a minute late`,
      runbook: "What was written in that time would be lost with the region. See whether the key of the copy still allows DynamoDB.",
      ...(runbookUrl === undefined ? {} : { runbookUrl }),
    });
  }
}
