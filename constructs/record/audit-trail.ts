import { Construct } from "constructs";
import { Cloudtrail } from "#aws/cloudtrail";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { type ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";

export interface AuditTrailProps extends InContext {
  /** Key of the trail, its archive and its log. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Buckets whose every object read and write is recorded, firmware first of all. @obligation OBL-CONS-5 */
  readonly watched: readonly SecureBucket[];
  /** Retention class, or days, the archive keeps a record. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: number;
  /** How records are locked against change. @default GOVERNANCE, 365 days @obligation OBL-INC-5 */
  readonly objectLock?: ObjectLock;
  /** Days the log is kept; weaker than the default needs an accept. @default 365 @obligation OBL-CONS-5 */
  readonly logRetentionDays?: number;
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
  readonly archive: SecureBucket;
  readonly trail: Cloudtrail;
  readonly logGroup: SecureLogGroup;
  readonly role: ServiceRole;

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const { context, key, accessLogs } = props;
    const trailName = context.name("audit");
    const trailArn = context.arn("cloudtrail", `trail/${trailName}`);
    const service = "cloudtrail.amazonaws.com";
    this.archive = new SecureBucket(this, "archive", {
      context,
      purpose: "audit",
      dataClass: "audit",
      key,
      accessLogs,
      expireDays: props.archiveDays ?? BASELINE.retention.evidenceDays,
      objectLock: props.objectLock ?? {},
    });
    this.archive.grantServiceAclRead("TrailAcl", service, { context }, trailArn);
    this.archive.grantServiceWrite("TrailWrite", service, { context }, trailArn, `AWSLogs/${context.account}/`);
    key.grantService(service, trailArn, ["kms:GenerateDataKey*", "kms:DescribeKey"]);
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
      s3BucketName: this.archive.bucket.bucket,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogging: true,
      enableLogFileValidation: true,
      kmsKeyId: key.arn,
      cloudWatchLogsGroupArn: `${this.logGroup.group.arn}:*`,
      cloudWatchLogsRoleArn: this.role.role.arn,
      advancedEventSelector: [
        { name: "Management events", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] },
        {
          name: "Objects",
          fieldSelector: [
            { field: "eventCategory", equalTo: ["Data"] },
            { field: "resources.type", equalTo: ["AWS::S3::Object"] },
            { field: "resources.ARN", startsWith: props.watched.map((bucket) => `${bucket.arn}/`) },
          ],
        },
      ],
      tags: context.tags("audit"),
      dependsOn: [this.archive.policy, this.role.policy],
    });
  }

  /** Lets a role, such as the one of an investigation, read the records of this account. */
  grantRead(role: ServiceRole, { context }: InContext): void {
    this.archive.grantRead(role, `AWSLogs/${context.account}/`);
  }
}
