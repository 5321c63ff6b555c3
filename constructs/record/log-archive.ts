import { Construct } from "constructs";
import { CloudwatchLogStream } from "#aws/cloudwatch-log-stream";
import { CloudwatchLogSubscriptionFilter } from "#aws/cloudwatch-log-subscription-filter";
import { KinesisFirehoseDeliveryStream } from "#aws/kinesis-firehose-delivery-stream";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { type ObjectLock, SecureBucket } from "../base/secure-bucket.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";

export interface LogArchiveProps extends InContext {
  /** Key of what is stored here. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Log groups of which every line is kept: who connected, and who was refused. @obligation OBL-CONS-5 */
  readonly sources: readonly SecureLogGroup[];
  /** Retention class, or days, the archive keeps a line. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: number;
  /** How lines are locked against change. @default GOVERNANCE, 365 days @obligation OBL-INC-5 */
  readonly objectLock?: ObjectLock;
  /** Days the log of failed deliveries is kept. @default 365 @obligation OBL-CONS-5 */
  readonly logRetentionDays?: number;
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
  readonly bucket: SecureBucket;
  readonly stream: KinesisFirehoseDeliveryStream;
  readonly deliverRole: ServiceRole;
  readonly subscribeRole: ServiceRole;
  readonly subscriptions: readonly CloudwatchLogSubscriptionFilter[];
  readonly logGroup: SecureLogGroup;
  readonly logStream: CloudwatchLogStream;

  constructor(scope: Construct, id: string, props: LogArchiveProps) {
    super(scope, id);
    const { context, key, accessLogs } = props;
    const streamName = context.name("log-archive");
    const streamArn = context.arn("firehose", `deliverystream/${streamName}`);
    this.bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "logs",
      dataClass: "audit",
      key,
      accessLogs,
      expireDays: props.archiveDays ?? BASELINE.retention.evidenceDays,
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
        bucketArn: this.bucket.bucket.arn,
        kmsKeyArn: key.arn,
        // CloudWatch Logs sends gzip already. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
        compressionFormat: "UNCOMPRESSED",
        bufferingInterval: 300,
        bufferingSize: 64,
        prefix: "logs/!{timestamp:yyyy/MM/dd/HH}/",
        errorOutputPrefix: "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
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

  /** Lets a role, such as the one of an investigation, read the lines that were kept. */
  grantRead(role: ServiceRole): void {
    this.bucket.grantRead(role, "logs/");
  }

  private makeDeliverRole({ context, key }: LogArchiveProps, streamArn: string): ServiceRole {
    const role = new ServiceRole(this, "deliver", {
      context,
      purpose: "log-archive",
      service: "firehose.amazonaws.com",
      sourceArn: streamArn,
      dataClass: "audit",
      description: "What the stream of the log archive may do",
    });
    role.allow("Bucket", ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], [this.bucket.arn]);
    role.allow(
      "Objects",
      ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      [`${this.bucket.arn}/logs/*`, `${this.bucket.arn}/failed/*`],
    );
    role.allow("Log", ["logs:PutLogEvents"], [`${this.logGroup.arn}:log-stream:delivery`]);
    key.grantRole(role, "s3", ["kms:Decrypt", "kms:GenerateDataKey"]);
    return role;
  }
}
