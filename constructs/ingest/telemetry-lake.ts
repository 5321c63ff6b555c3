import { Construct } from "constructs";
import { CloudwatchLogStream } from "#aws/cloudwatch-log-stream";
import { KinesisFirehoseDeliveryStream } from "#aws/kinesis-firehose-delivery-stream";
import type { RetentionChoice } from "../../model/retention.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import type { NodeFunction } from "../base/node-function.js";
import { SecureBucket } from "../base/secure-bucket.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";

export interface TelemetryLakeProps extends InContext {
  /** Key of the stream and the bucket. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Retention class, or days, telemetry is kept. @default personal: 365 days @obligation OBL-DATA-12 */
  readonly retentionDays?: RetentionChoice;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * Telemetry at rest: a Firehose stream encrypted with the key of its data class, into a bucket encrypted with the same. @obligation OBL-DATA-7 @obligation OBL-DATA-12
 * @setting firehose-stream-customer-key: records on their way are encrypted with a key of your own
 * @setting firehose-stream-errors-logged: what could not be delivered is logged
 * @setting s3-bucket-lifecycle: telemetry goes after 365 days
 * @cost telemetry: a record each through Firehose, and what is kept
 */
export class TelemetryLake extends Construct {
  readonly bucket: SecureBucket;
  readonly stream: KinesisFirehoseDeliveryStream;
  readonly role: ServiceRole;
  readonly logGroup: SecureLogGroup;
  readonly logStream: CloudwatchLogStream;
  readonly streamName: string;
  /** Literal, known before apply. */
  readonly streamArn: string;

  constructor(scope: Construct, id: string, props: TelemetryLakeProps) {
    super(scope, id);
    const { context, key, logKey, accessLogs } = props;
    this.streamName = context.name("telemetry");
    this.streamArn = context.arn("firehose", `deliverystream/${this.streamName}`);
    this.bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "telemetry",
      dataClass: "telemetry",
      key,
      accessLogs,
      expireDays: props.retentionDays ?? "personal",
    });
    this.logGroup = new SecureLogGroup(this, "log", {
      context,
      logGroupName: `/aws/kinesisfirehose/${this.streamName}`,
      key: logKey,
      retentionDays: props.logRetentionDays,
    });
    this.logStream = new CloudwatchLogStream(this, "log-stream", { logGroupName: this.logGroup.group.name, name: "delivery" });
    this.role = this.deliveryRole(props);
    this.stream = this.makeStream(props);
  }

  private deliveryRole({ context, key }: TelemetryLakeProps): ServiceRole {
    const role = new ServiceRole(this, "role", {
      context,
      purpose: "telemetry-delivery",
      service: "firehose.amazonaws.com",
      sourceArn: this.streamArn,
      dataClass: "telemetry",
      description: "What the telemetry stream may do",
    });
    // Source: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3
    role.allow("Bucket", ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], [this.bucket.arn]);
    role.allow(
      "Objects",
      ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      [`${this.bucket.arn}/telemetry/*`, `${this.bucket.arn}/failed/*`],
    );
    role.allow("Log", ["logs:PutLogEvents"], [`${this.logGroup.arn}:log-stream:delivery`]);
    key.grantRole(role, "s3", ["kms:Decrypt", "kms:GenerateDataKey"]);
    return role;
  }

  private makeStream({ context, key }: TelemetryLakeProps): KinesisFirehoseDeliveryStream {
    return new KinesisFirehoseDeliveryStream(this, "stream", {
      name: this.streamName,
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: key.arn },
      extendedS3Configuration: {
        roleArn: this.role.role.arn,
        bucketArn: this.bucket.bucket.arn,
        kmsKeyArn: key.arn,
        compressionFormat: "GZIP",
        bufferingInterval: 60,
        bufferingSize: 5,
        prefix: "telemetry/!{timestamp:yyyy/MM/dd/HH}/",
        errorOutputPrefix: "failed/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
        cloudwatchLoggingOptions: { enabled: true, logGroupName: this.logGroup.group.name, logStreamName: this.logStream.name },
      },
      tags: context.tags("telemetry"),
      dependsOn: [this.role.policy],
    });
  }

  /** Lets a role put records into the stream. */
  grantPut(role: ServiceRole): void {
    role.allow("Telemetry", ["firehose:PutRecord", "firehose:PutRecordBatch"], [this.streamArn]);
  }

  /**
   * Sends every batch through a function before it is stored. It is tried for long: what it fails for good lies under `failed/` as it came.
   * Source: https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
   */
  filterThrough(filter: NodeFunction): void {
    this.role.allow("Filter", ["lambda:InvokeFunction", "lambda:GetFunctionConfiguration"], [`${filter.arn}:$LATEST`, filter.arn]);
    const to = this.stream.extendedS3Configuration;
    to.putProcessingConfiguration({
      enabled: true,
      processors: [
        {
          type: "Lambda",
          parameters: Object.entries({
            LambdaArn: `${filter.arn}:$LATEST`,
            NumberOfRetries: "20",
            BufferSizeInMBs: "1",
            BufferIntervalInSeconds: "60",
          }).map(([parameterName, parameterValue]) => ({ parameterName, parameterValue })),
        },
      ],
    });
    this.stream.node.addDependency(filter.function);
  }

  /** Lets a role, such as the one of an analysis, read the telemetry; what devices uploaded is not part of it. */
  grantRead(role: ServiceRole): void {
    this.bucket.grantRead(role, "telemetry/");
  }

  /** Lets a role delete what devices uploaded, in every version. */
  grantErase(role: ServiceRole): void {
    role.allow("ListUploads", ["s3:ListBucketVersions"], [this.bucket.arn], { StringLike: { "s3:prefix": "uploads/*" } });
    role.allow("EraseUploads", ["s3:DeleteObjectVersion"], [`${this.bucket.arn}/uploads/*`]);
  }
}
