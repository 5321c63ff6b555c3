import { Construct } from "constructs";
import { S3BucketReplicationConfigurationA } from "#aws/s3-bucket-replication-configuration";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import type { SecureBucket } from "../base/secure-bucket.js";
import { ServiceRole } from "../base/service-role.js";
import { OperatorAlarm, type RunbookProps } from "./operator-alarm.js";

/** A bucket and the key of what lies in it. */
export interface KeyedBucket {
  /** The bucket. @wiring */
  readonly bucket: SecureBucket;
  /** Key of its objects. @obligation OBL-DATA-7 */
  readonly key: DataKey;
}

export interface BucketReplicationProps extends InContext, RunbookProps {
  /** What the bucket is for; names role, rule and alarms. @wiring */
  readonly purpose: string;
  /** Bucket of this region. @obligation OBL-INC-3 */
  readonly from: KeyedBucket;
  /** Bucket of the other region. @obligation OBL-INC-3 */
  readonly to: KeyedBucket;
  /** The other region: its facts and its topic, since S3 reports there how late it is. @obligation OBL-CONS-4 */
  readonly there: InContext & { readonly alerts: AlertTopic; readonly scope: Construct };
  /** Where failed copies are told. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
}

/** Minutes that S3 promises for 99.99 % of new objects, and the only number it takes. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html */
const MINUTES = 15;

/**
 * Every new object in another region within fifteen minutes, with its lock and under a key of that region. Deletions are not copied: what is removed
 * here by mistake or by malice is still there. Objects older than the rule stay behind (S3 Batch Replication takes them). @obligation OBL-INC-3
 * @setting alarm-has-action: a copy that failed, or is late, reaches a person
 * @setting iam-role-trust-source-bound: S3 copies for this bucket only
 * @cost what is copied: transfer between regions, a put for each object, replication time control by the gigabyte, storage of the copy
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 */
export class BucketReplication extends Construct {
  readonly role: ServiceRole;
  readonly replication: S3BucketReplicationConfigurationA;
  readonly failed: OperatorAlarm;
  readonly late: OperatorAlarm;

  constructor(scope: Construct, id: string, props: BucketReplicationProps) {
    super(scope, id);
    const { context, purpose, from, to, there, alerts, runbookUrl } = props;
    this.role = this.makeRole(props);
    const ruleId = `to-${there.context.region}`;
    const enabled = { status: "Enabled" };
    this.replication = new S3BucketReplicationConfigurationA(this, "replication", {
      bucket: from.bucket.bucket.bucket,
      role: this.role.role.arn,
      rule: [
        {
          id: ruleId,
          priority: 0,
          ...enabled,
          filter: { prefix: "" },
          deleteMarkerReplication: { status: "Disabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: enabled },
          destination: {
            bucket: to.bucket.arn,
            encryptionConfiguration: { replicaKmsKeyId: to.key.arn },
            replicationTime: { ...enabled, time: { minutes: MINUTES } },
            metrics: { ...enabled, eventThreshold: { minutes: MINUTES } },
          },
        },
      ],
      dependsOn: [this.role.policy, from.bucket.versioning, to.bucket.versioning, to.bucket.policy],
    });
    // Failures are counted in the region of the source, lateness in that of the copy.
    // Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
    const metric = {
      namespace: "AWS/S3",
      dimensions: { SourceBucket: from.bucket.bucketName, DestinationBucket: to.bucket.bucketName, RuleId: ruleId },
      ...(runbookUrl === undefined ? {} : { runbookUrl }),
    };
    this.failed = new OperatorAlarm(this, "failed", {
      context,
      alerts,
      ...metric,
      purpose: `replication-failed-${purpose}`,
      metric: "OperationsFailedReplication",
      above: 0,
      what: `An object of ${from.bucket.bucketName} was not copied to ${there.context.region}`,
      runbook: "See the object's replication status: mostly a key or role that changed. Mend it and copy the rest by S3 Batch Replication.",
    });
    this.late = new OperatorAlarm(there.scope, `replication-late-${purpose}`, {
      context: there.context,
      alerts: there.alerts,
      ...metric,
      purpose: `replication-late-${purpose}`,
      metric: "ReplicationLatency",
      statistic: "Maximum",
      above: MINUTES * 60,
      what: `Copies of ${from.bucket.bucketName} are more than ${MINUTES} minutes late`,
      runbook: "What was written in that time would be lost with the region. Look at AWS's health page, then at the volume written.",
    });
  }

  /**
   * AWS's examples of this trust have no condition, and nothing says whether S3 names the bucket when it assumes the role; where it does, it has to be this.
   * Whoever sets the role on a bucket needs iam:PassRole on it, in this account.
   * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
   */
  private makeRole({ context, purpose, from, to }: BucketReplicationProps): ServiceRole {
    const role = new ServiceRole(this, "role", {
      context,
      purpose: `replicate-${purpose}`,
      service: "s3.amazonaws.com",
      sourceArn: from.bucket.arn,
      sourceIfSent: true,
      dataClass: from.key.dataClass,
      description: `Lets S3 copy ${from.bucket.bucketName} to another region`,
    });
    role.allow("Rule", ["s3:GetReplicationConfiguration", "s3:ListBucket"], [from.bucket.arn]);
    role.allow(
      "Read",
      [
        "s3:GetObjectVersionForReplication",
        "s3:GetObjectVersionAcl",
        "s3:GetObjectVersionTagging",
        "s3:GetObjectRetention",
        "s3:GetObjectLegalHold",
      ],
      [`${from.bucket.arn}/*`],
    );
    role.allow("Write", ["s3:ReplicateObject", "s3:ReplicateTags"], [`${to.bucket.arn}/*`]);
    from.key.grantRole(role, "s3", ["kms:Decrypt"]);
    to.key.grantRole(role, "s3", ["kms:Encrypt", "kms:GenerateDataKey"]);
    return role;
  }
}
