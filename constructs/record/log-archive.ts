import { Construct } from "constructs";
import { CloudwatchLogStream } from "#aws/cloudwatch-log-stream";
import { CloudwatchLogSubscriptionFilter } from "#aws/cloudwatch-log-subscription-filter";
import { KinesisFirehoseDeliveryStream } from "#aws/kinesis-firehose-delivery-stream";
import { BulwarkError } from "../../model/errors.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { FIREHOSE_BUCKET, type ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";
import type { ForeignArchive } from "./foreign-archive.js";

export interface LogArchiveProps extends InContext {
  /** Key of what is stored here. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Log groups of which every line is kept: who connected, and who was refused. @obligation OBL-CONS-5 */
  readonly sources: readonly SecureLogGroup[];
  /** Retention class, or days, the archive keeps a line. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** How lines are locked against change. @default GOVERNANCE, 365 days @obligation OBL-INC-5 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
  /** Archive of another account that takes the lines instead of a bucket here. @default a bucket of this account @obligation OBL-INC-5 */
  readonly foreignArchive?: ForeignArchive;
  /** Days the log of failed deliveries is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * Logs out of reach of whoever takes over the account's log groups: a copy of each line in a bucket that nobody rewrites. @obligation OBL-CONS-5 @obligation OBL-INC-5
 * @setting firehose-stream-customer-key: lines on their way are encrypted with a key of your own
 * @setting firehose-stream-errors-logged: what could not be delivered is logged
 * @setting s3-object-lock: lines are locked for 365 days (`GOVERNANCE`)
 * @setting s3-bucket-lifecycle: lines go after 3650 days
 * @cost lines of the archived logs, which go through Firehose and are kept for ten years
 */
export class LogArchive extends Construct {
  /** Absent where the archive stands in another account. */
  readonly bucket?: SecureBucket;
  readonly stream: KinesisFirehoseDeliveryStream;
  readonly deliverRole: ServiceRole;
  readonly subscribeRole: ServiceRole;
  readonly subscriptions: readonly CloudwatchLogSubscriptionFilter[];
  readonly logGroup: SecureLogGroup;
  readonly logStream: CloudwatchLogStream;

  constructor(scope: Construct, id: string, props: LogArchiveProps) {
    super(scope, id);
    const { context, key, accessLogs, foreignArchive } = props;
    const streamName = context.name("log-archive");
    const streamArn = context.arn("firehose", `deliverystream/${streamName}`);
    if (foreignArchive === undefined)
      this.bucket = new SecureBucket(this, "bucket", {
        context,
        purpose: "logs",
        dataClass: "audit",
        key,
        accessLogs,
        expireDays: props.archiveDays ?? "evidence",
        objectLock: props.objectLock ?? {},
      });
    this.logGroup = new SecureLogGroup(this, "log", {
      context,
      logGroupName: `/aws/kinesisfirehose/${streamName}`,
      key,
      retentionDays: props.logRetentionDays,
    });
    this.logStream = new CloudwatchLogStream(this, "log-stream", { logGroupName: this.logGroup.group.name, name: "delivery" });
    this.deliverRole = this.makeDeliverRole(props, streamArn);
    this.stream = new KinesisFirehoseDeliveryStream(this, "stream", {
      name: streamName,
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: key.arn },
      extendedS3Configuration: {
        roleArn: this.deliverRole.role.arn,
        bucketArn: this.bucket?.bucket.arn ?? foreignArchive?.bucketArn("logs") ?? "",
        kmsKeyArn: foreignArchive?.keyArn ?? key.arn,
        // CloudWatch Logs sends gzip already. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
        compressionFormat: "UNCOMPRESSED",
        bufferingInterval: 300,
        bufferingSize: 64,
        prefix: `${foreignArchive?.linesFolder ?? "logs/"}!{timestamp:yyyy/MM/dd/HH}/`,
        errorOutputPrefix: `${foreignArchive?.failedFolder ?? "failed/"}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
        fileExtension: ".gz",
        cloudwatchLoggingOptions: { enabled: true, logGroupName: this.logGroup.group.name, logStreamName: this.logStream.name },
      },
      tags: context.tags("audit"),
      dependsOn: [this.deliverRole.policy],
    });
    this.subscribeRole = new ServiceRole(this, "subscribe", {
      context,
      purpose: "log-archive-subscribe",
      service: "logs.amazonaws.com",
      sourceArn: context.arn("logs", "*"),
      dataClass: "audit",
      description: "Lets CloudWatch Logs hand lines to the archive",
    });
    this.subscribeRole.allow("Archive", ["firehose:PutRecord", "firehose:PutRecordBatch"], [streamArn]);
    this.subscriptions = props.sources.map(
      (source, index) =>
        new CloudwatchLogSubscriptionFilter(this, `subscription-${index}`, {
          name: context.name("archive"),
          logGroupName: source.group.name,
          destinationArn: this.stream.arn,
          roleArn: this.subscribeRole.role.arn,
          filterPattern: "",
          dependsOn: [this.subscribeRole.policy],
        }),
    );
  }

  /**
   * Lets a role, such as the one of an investigation, read the lines that were kept.
   * @throws BulwarkError BW_PROP_INVALID where the archive stands in another account: there they are read
   */
  grantRead(role: ServiceRole): void {
    if (this.bucket === undefined)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "foreignArchive",
        given: role.node.path,
        problem: "lines lie in another account; a role of that account reads them, by buckets.logs.grantRead of its ArchiveAccount",
      });
    this.bucket.grantRead(role, "logs/");
  }

  private makeDeliverRole({ context, key, foreignArchive }: LogArchiveProps, streamArn: string): ServiceRole {
    const role = new ServiceRole(this, "deliver", {
      context,
      purpose: "log-archive",
      service: "firehose.amazonaws.com",
      sourceArn: streamArn,
      dataClass: "audit",
      description: "What the stream of the log archive may do",
    });
    if (this.bucket) {
      role.allow("Bucket", FIREHOSE_BUCKET, [this.bucket.arn]);
      role.allow(
        "Objects",
        ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
        [`${this.bucket.arn}/logs/*`, `${this.bucket.arn}/failed/*`],
      );
      key.grantRole(role, "s3", ["kms:Decrypt", "kms:GenerateDataKey"]);
    }
    foreignArchive?.grantLines(role);
    role.allow("Log", ["logs:PutLogEvents"], [`${this.logGroup.arn}:log-stream:delivery`]);
    return role;
  }
}
