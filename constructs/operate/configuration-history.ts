import { Construct } from "constructs";
import { ConfigConfigurationRecorder } from "#aws/config-configuration-recorder";
import { ConfigConfigurationRecorderStatus } from "#aws/config-configuration-recorder-status";
import { ConfigDeliveryChannel } from "#aws/config-delivery-channel";
import { IamServiceLinkedRole } from "#aws/iam-service-linked-role";
import type { RetentionChoice } from "../../model/retention.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { SecureBucket } from "../base/secure-bucket.js";
import type { ForeignArchive } from "../record/foreign-archive.js";

export interface ConfigurationHistoryProps extends InContext {
  /** Key of what is stored here. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Retention class, or days, the history is kept. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: RetentionChoice;
  /** Archive of another account that takes the history instead of a bucket here. @default a bucket of this account @obligation OBL-INC-5 */
  readonly foreignArchive?: ForeignArchive;
}

const SERVICE = "config.amazonaws.com";

/**
 * What the account looked like at any hour: AWS Config records every type of resource into a bucket of its own. That bucket has no default
 * object lock, since Config delivers to none that has; versions, key and access log stand in for it.
 * @obligation OBL-CONS-5 @obligation OBL-INC-5
 * @setting config-records-everything: every type of resource is recorded, global ones too
 * @setting config-recorder-running: the recorder runs
 * @setting s3-bucket-lifecycle: the history goes after 3650 days
 * @cost changes of resources: each is recorded, and kept
 * Source: https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 */
export class ConfigurationHistory extends Construct {
  /** Absent where the archive stands in another account. */
  readonly bucket?: SecureBucket;
  readonly role: IamServiceLinkedRole;
  readonly recorder: ConfigConfigurationRecorder;
  readonly channel: ConfigDeliveryChannel;
  readonly status: ConfigConfigurationRecorderStatus;

  constructor(scope: Construct, id: string, props: ConfigurationHistoryProps) {
    super(scope, id);
    const { context, key, foreignArchive } = props;
    if (foreignArchive === undefined) this.bucket = this.makeBucket(props);
    // The role of the service itself: its rights follow the types Config learns to record, which no policy of ours would.
    this.role = new IamServiceLinkedRole(this, "role", { awsServiceName: SERVICE, tags: context.tags("audit") });
    this.recorder = new ConfigConfigurationRecorder(this, "recorder", {
      name: context.name("history"),
      roleArn: this.role.arn,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      recordingMode: { recordingFrequency: "CONTINUOUS" },
    });
    this.channel = new ConfigDeliveryChannel(this, "channel", {
      name: context.name("history"),
      s3BucketName: this.bucket?.bucket.bucket ?? foreignArchive?.bucketName("config") ?? "",
      s3KmsKeyArn: foreignArchive?.keyArn ?? key.arn,
      snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
      dependsOn: [this.recorder, ...(this.bucket ? [this.bucket.policy] : [])],
    });
    this.status = new ConfigConfigurationRecorderStatus(this, "status", {
      name: this.recorder.name,
      isEnabled: true,
      dependsOn: [this.channel],
    });
  }

  private makeBucket({ context, key, accessLogs, archiveDays }: ConfigurationHistoryProps): SecureBucket {
    const bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "config",
      // With access logs: records that a service only delivers where nothing is locked by default.
      dataClass: "access-log",
      key,
      accessLogs,
      expireDays: archiveDays ?? "evidence",
    });
    const source = context.arn("config", "*");
    bucket.grantServiceAclRead("ConfigAcl", SERVICE, { context }, source);
    bucket.grantServiceList("ConfigExists", SERVICE, { context }, source);
    bucket.grantServiceWrite("ConfigWrite", SERVICE, { context }, source, `AWSLogs/${context.account}/Config/`);
    key.grantService(SERVICE, source, ["kms:Decrypt", "kms:GenerateDataKey"]);
    return bucket;
  }
}
