import { Construct } from "constructs";
import { TerraformOutput } from "#tf";
import type { RetentionChoice } from "../../model/retention.js";
import { BackendContext, type InContext } from "../base/backend-context.js";
import { DataKey, type KeyUse } from "../base/data-key.js";
import { DeviationLog } from "../base/deviation-log.js";
import { type ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import { AccessLogBucket } from "./access-log-bucket.js";
import { TRAIL_KEY_USE } from "./audit-trail.js";
import { type ArchivePurpose, folderOf } from "./foreign-archive.js";

/** A fleet that delivers here, by what its stack was given. */
export interface ArchiveSource {
  /** Account of the fleet. @obligation OBL-INC-5 */
  readonly account: string;
  /** Region of the fleet. @default the archive's @wiring */
  readonly region?: string;
  /** Product of the fleet. @default the archive's @wiring */
  readonly product?: string;
}

export interface ArchiveAccountProps extends InContext {
  /** Fleets that deliver here, at least one; nobody else can. @obligation OBL-INC-5 */
  readonly sources: readonly ArchiveSource[];
  /** Retention class, or days, of every record. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** How records are locked against change. @default GOVERNANCE, 365 days @obligation OBL-INC-5 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
  /** Retention class, or days, of the access logs. @default operational: 365 days @obligation OBL-CONS-5 */
  readonly accessLogDays?: RetentionChoice;
}

const KEY_USE: readonly KeyUse[] = ["kms:Decrypt", "kms:GenerateDataKey"];

/**
 * The archive in an account of its own, out of reach of whoever takes over the fleet's: records come in by named trails, streams and recorders of named
 * fleets, lie locked under a key that stays here, and nobody takes one out again. What AWS Config delivers goes to a bucket without a default lock, since
 * Config delivers to no other. @obligation OBL-CONS-5 @obligation OBL-INC-5
 * Sources: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-receive-logs-from-multiple-accounts.html
 * https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#cross-account-delivery-s3
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @setting s3-object-lock: records are locked for 365 days (`GOVERNANCE`)
 * @setting s3-bucket-lifecycle: records go after 3650 days
 * @setting s3-bucket-policy-not-public: named services of named fleets write, and nobody reads by it
 * @setting kms-key-rotation: the key rotates every 365 days
 * @cost records kept, for ten years, and the key
 */
export class ArchiveAccount extends Construct {
  readonly key: DataKey;
  readonly accessLogs: AccessLogBucket;
  readonly buckets: Readonly<Record<ArchivePurpose, SecureBucket>>;

  constructor(scope: Construct, id: string, props: ArchiveAccountProps) {
    super(scope, id);
    const { context } = props;
    DeviationLog.of(this);
    this.key = new DataKey(this, "key", { context, dataClass: "audit" });
    this.accessLogs = new AccessLogBucket(this, "access-logs", { context, retentionDays: props.accessLogDays });
    this.buckets = {
      audit: this.makeBucket(props, "audit"),
      logs: this.makeBucket(props, "logs"),
      config: this.makeBucket(props, "config"),
    };
    for (const { account, region = context.region, product = context.product } of props.sources)
      this.take(new BackendContext(this, { product, account, region, asOf: context.asOf }));
    for (const bucket of Object.values(this.buckets)) bucket.refuseRemoval();
    new TerraformOutput(this, "archive-key-arn", { description: "Key to give the stacks of the fleets", value: this.key.arn });
  }

  private makeBucket({ context, archiveDays, objectLock }: ArchiveAccountProps, purpose: ArchivePurpose): SecureBucket {
    const locked = purpose !== "config";
    return new SecureBucket(this, purpose, {
      context,
      purpose,
      // With access logs: records that a service only delivers where nothing is locked by default.
      dataClass: locked ? "audit" : "access-log",
      key: this.key,
      accessLogs: this.accessLogs.bucket,
      expireDays: archiveDays ?? "evidence",
      ...(locked ? { objectLock: objectLock ?? {} } : {}),
    });
  }

  private take(fleet: BackendContext): void {
    const { audit, logs, config } = this.buckets;
    const name = `${fleet.product}${fleet.account}${fleet.region}`.replace(/[^A-Za-z0-9]/g, "");
    const at = { context: fleet };

    const trail = fleet.arn("cloudtrail", `trail/${fleet.name("audit")}`);
    audit.grantServiceAclRead(`TrailAcl${name}`, "cloudtrail.amazonaws.com", at, trail);
    audit.grantServiceWrite(`TrailWrite${name}`, "cloudtrail.amazonaws.com", at, trail, `AWSLogs/${fleet.account}/`);
    this.key.grantService("cloudtrail.amazonaws.com", trail, TRAIL_KEY_USE, fleet);

    logs.grantForeignPut(fleet, "log-archive", folderOf("logs", fleet));
    logs.grantForeignPut(fleet, "log-archive", folderOf("failed", fleet));
    this.key.grantForeignRole(fleet, "log-archive", "s3", KEY_USE);

    const recorder = fleet.arn("config", "*");
    config.grantServiceAclRead(`ConfigAcl${name}`, "config.amazonaws.com", at, recorder);
    config.grantServiceList(`ConfigExists${name}`, "config.amazonaws.com", at, recorder);
    config.grantServiceWrite(`ConfigWrite${name}`, "config.amazonaws.com", at, recorder, `AWSLogs/${fleet.account}/Config/`);
    this.key.grantService("config.amazonaws.com", recorder, KEY_USE, fleet);
  }
}
