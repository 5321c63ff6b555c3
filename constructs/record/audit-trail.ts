import { Construct } from "constructs";
import { Cloudtrail } from "#aws/cloudtrail";
import { Lazy } from "#tf";
import { BulwarkError } from "../../model/errors.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey, KeyUse } from "../base/data-key.js";
import { type ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";
import type { ForeignArchive } from "./foreign-archive.js";

/** Decrypt is for a bucket with a bucket key, as all here have. Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html */
export const TRAIL_KEY_USE: readonly KeyUse[] = ["kms:GenerateDataKey*", "kms:DescribeKey", "kms:Decrypt"];

export interface AuditTrailProps extends InContext {
  /** Key of the trail, its archive and its log. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Buckets whose every object read and write is recorded, firmware first of all. @obligation OBL-CONS-5 */
  readonly watched: readonly SecureBucket[];
  /** Retention class, or days, the archive keeps a record. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** How records are locked against change. @default GOVERNANCE, 365 days @obligation OBL-INC-5 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
  /** Archive of another account that takes the records instead of a bucket here. @default a bucket of this account @obligation OBL-INC-5 */
  readonly foreignArchive?: ForeignArchive;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * Who did what in the account: all regions, validated, encrypted, in an archive nobody can rewrite. @obligation OBL-CONS-5 @obligation OBL-INC-5
 * @setting cloudtrail-recording: the trail records
 * @setting cloudtrail-multi-region: it covers all regions
 * @setting cloudtrail-log-validation: its files prove that nobody changed them
 * @setting cloudtrail-customer-key: it is encrypted with a key of your own
 * @setting cloudtrail-to-logs: it reaches a log group, where alarms watch it
 * @setting s3-object-lock: records are locked for 365 days (`GOVERNANCE`)
 * @setting s3-bucket-lifecycle: records go after 3650 days
 * @cost object events of the watched buckets, the copy of all events in a log group, and ten years of records
 */
export class AuditTrail extends Construct {
  /** Absent where the archive stands in another account. */
  readonly archive?: SecureBucket;
  readonly trail: Cloudtrail;
  readonly logGroup: SecureLogGroup;
  readonly role: ServiceRole;
  private readonly watched: string[];

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const { context, key, foreignArchive } = props;
    this.watched = props.watched.map(({ arn }) => `${arn}/`);
    const trailName = context.name("audit");
    const trailArn = context.arn("cloudtrail", `trail/${trailName}`);
    const service = "cloudtrail.amazonaws.com";
    if (foreignArchive === undefined) this.archive = this.makeArchive(props, trailArn);
    this.logGroup = new SecureLogGroup(this, "log", {
      context,
      logGroupName: `/aws/cloudtrail/${trailName}`,
      key,
      retentionDays: props.logRetentionDays,
    });
    this.role = new ServiceRole(this, "role", {
      context,
      purpose: "audit",
      service,
      sourceArn: trailArn,
      dataClass: "audit",
      description: "Lets the trail write to its log group",
    });
    this.role.allow(
      "Log",
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      [`${this.logGroup.arn}:log-stream:${context.account}_CloudTrail_*`],
    );

    this.trail = new Cloudtrail(this, "trail", {
      name: trailName,
      s3BucketName: this.archive?.bucket.bucket ?? foreignArchive?.bucketName("audit") ?? "",
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogging: true,
      enableLogFileValidation: true,
      kmsKeyId: foreignArchive?.keyArn ?? key.arn,
      cloudWatchLogsGroupArn: `${this.logGroup.group.arn}:*`,
      cloudWatchLogsRoleArn: this.role.role.arn,
      advancedEventSelector: [
        { name: "Management events", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] },
        {
          name: "Objects",
          fieldSelector: [
            { field: "eventCategory", equalTo: ["Data"] },
            { field: "resources.type", equalTo: ["AWS::S3::Object"] },
            { field: "resources.ARN", startsWith: Lazy.listValue({ produce: () => this.watched }) },
          ],
        },
      ],
      tags: context.tags("audit"),
      dependsOn: [...(this.archive ? [this.archive.policy] : []), this.role.policy],
    });
  }

  /** Records every object read and write of one more bucket. */
  watch(bucket: SecureBucket): void {
    this.watched.push(`${bucket.arn}/`);
  }

  /**
   * Lets a role, such as the one of an investigation, read the records of this account.
   * @throws BulwarkError BW_PROP_INVALID where the archive stands in another account: there they are read
   */
  grantRead(role: ServiceRole, { context }: InContext): void {
    if (this.archive === undefined)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "foreignArchive",
        given: role.node.path,
        problem: "records lie in another account; a role of that account reads them, by buckets.audit.grantRead of its ArchiveAccount",
      });
    this.archive.grantRead(role, `AWSLogs/${context.account}/`);
  }

  private makeArchive({ context, key, accessLogs, archiveDays, objectLock }: AuditTrailProps, trailArn: string): SecureBucket {
    const service = "cloudtrail.amazonaws.com";
    const archive = new SecureBucket(this, "archive", {
      context,
      purpose: "audit",
      dataClass: "audit",
      key,
      accessLogs,
      expireDays: archiveDays ?? "evidence",
      objectLock: objectLock ?? {},
    });
    archive.grantServiceAclRead("TrailAcl", service, { context }, trailArn);
    archive.grantServiceWrite("TrailWrite", service, { context }, trailArn, `AWSLogs/${context.account}/`);
    key.grantService(service, trailArn, TRAIL_KEY_USE);
    return archive;
  }
}
