import { Construct } from "constructs";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import type { NodeFunction } from "../base/node-function.js";
import type { ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import type { SecureLogGroup } from "../base/secure-log-group.js";
import type { TelemetryLake } from "../ingest/telemetry-lake.js";
import type { TelemetryRule } from "../ingest/telemetry-rule.js";
import type { AuditTrail } from "../record/audit-trail.js";
import type { ForeignArchive } from "../record/foreign-archive.js";
import { LogArchive } from "../record/log-archive.js";
import { AccountAlarms } from "./account-alarms.js";
import { AccountGuard, type AccountService, type AccountServices } from "./account-guard.js";
import { Backup, type BackupProps } from "./backup.js";
import { GatewayPatching, type Gateways } from "./gateway-patching.js";
import { ImageRepository } from "./image-repository.js";
import { OperatorPool, type OperatorPoolProps } from "./operator-pool.js";
import { ServiceAlarms } from "./service-alarms.js";

/** What the people who run a fleet need around it; every part can be left to somebody else. */
export interface OperationsOptions extends AccountServices {
  /** The account-wide watchers that are not named one by one: this stack makes them, or the organisation has. @default create @obligation OBL-INC-1 */
  readonly accountGuard?: AccountService;
  /** Sign-in of operators; `none` where a company directory does it. @default a pool of their own @obligation OBL-IAM-3 */
  readonly operators?: Omit<OperatorPoolProps, "context"> | "none";
  /** Backups of all tables. @default daily, 35 days, locked @obligation OBL-INC-3 */
  readonly backup?: Pick<BackupProps, "retentionDays" | "lock" | "copyToVaultArn">;
  /** Gateways patched by Systems Manager. @default none @obligation OBL-SDLC-6 */
  readonly gateways?: Gateways;
  /** Names of container image repositories. @default [] @obligation OBL-SDLC-12 */
  readonly images?: readonly string[];
  /** Page that every alarm links to. @default no link, each alarm says in a sentence what to do @obligation OBL-INC-2 */
  readonly runbookUrl?: string;
}

export interface OperationsProps extends InContext, OperationsOptions {
  /** Keys by data class: of backups and records, of tables, of images. @obligation OBL-DATA-7 */
  readonly keys: { readonly audit: DataKey; readonly identity: DataKey; readonly firmware: DataKey };
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** The trail whose log is watched. @obligation OBL-CONS-5 */
  readonly trail: AuditTrail;
  /** Functions that are watched. @obligation OBL-INC-1 */
  readonly functions: readonly NodeFunction[];
  /** Where telemetry is kept; its delivery is watched. @obligation OBL-INC-1 */
  readonly lake: TelemetryLake;
  /** The rule of telemetry, which is watched. @obligation OBL-INC-1 */
  readonly rule: TelemetryRule;
  /** ACM certificates (ARN) that stop something when they run out. @obligation OBL-INC-1 */
  readonly certificateArns: readonly string[];
  /** The log of AWS IoT, which is archived; absent where another stack owns it. @default none @obligation OBL-CONS-5 */
  readonly iotLog?: SecureLogGroup;
  /** How archived logs are locked against change. @default GOVERNANCE, 365 days @obligation OBL-INC-5 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
  /** Days archived logs and the history of AWS Config are kept. @default 3650 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** Archive of another account that takes log lines and the history of AWS Config. @default buckets of this account @obligation OBL-INC-5 */
  readonly foreignArchive?: ForeignArchive;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * Watchers, operators, backups, alarms and, where asked for, gateways and images.
 * @obligation OBL-INC-1 @obligation OBL-INC-3 @obligation OBL-IAM-3
 * @setting alarm-has-action: every alarm reaches the alert topic
 * @setting backup-vault-locked: backups stay their time
 * @setting cognito-mfa: operators sign in with a second factor
 * @cost what its parts cost; the watchers of the account and the alarms most of all
 */
export class Operations extends Construct {
  readonly guard: AccountGuard;
  readonly operators?: OperatorPool;
  readonly backup: Backup;
  readonly accountAlarms: AccountAlarms;
  readonly serviceAlarms: ServiceAlarms;
  readonly gateways?: GatewayPatching;
  readonly images: readonly ImageRepository[];
  readonly logArchive?: LogArchive;

  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    const { context, keys, alerts, runbookUrl } = props;
    this.guard = new AccountGuard(this, "guard", {
      ...props,
      key: keys.audit,
      otherwise: props.accountGuard,
    });
    if (props.operators !== "none") this.operators = new OperatorPool(this, "operators", { context, ...props.operators });
    this.backup = new Backup(this, "backup", { context, key: keys.audit, sourceKeys: [keys.identity], alerts, ...props.backup });
    this.accountAlarms = new AccountAlarms(this, "account-alarms", { context, alerts, trailLog: props.trail.logGroup, runbookUrl });
    this.serviceAlarms = new ServiceAlarms(this, "service-alarms", {
      context,
      alerts,
      runbookUrl,
      functions: props.functions,
      lake: props.lake,
      rule: props.rule,
      certificateArns: props.certificateArns,
    });
    if (props.iotLog) this.logArchive = new LogArchive(this, "log-archive", { ...props, key: keys.audit, sources: [props.iotLog] });
    if (props.gateways)
      this.gateways = new GatewayPatching(this, "gateways", {
        context,
        alerts,
        logKey: keys.audit,
        logRetentionDays: props.logRetentionDays,
        ...props.gateways,
      });
    this.images = (props.images ?? []).map((name) => new ImageRepository(this, `image-${name}`, { context, name, key: keys.firmware }));
  }
}
