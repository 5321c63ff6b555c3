import { Construct } from "constructs";
import { ConfigConfigurationRecorder } from "#aws/config-configuration-recorder";
import { ConfigConfigurationRecorderStatus } from "#aws/config-configuration-recorder-status";
import { ConfigDeliveryChannel } from "#aws/config-delivery-channel";
import { IamServiceLinkedRole } from "#aws/iam-service-linked-role";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { SecureBucket } from "../base/secure-bucket.js";

export interface ConfigurationHistoryProps extends InContext {
  /** Key of what is stored here. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Retention class, or days, the history is kept. @default evidence: 3650 days, cold after 365 @obligation OBL-CONS-5 */
  readonly archiveDays?: number;
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
  readonly bucket: SecureBucket;
  readonly role: IamServiceLinkedRole;
  readonly recorder: ConfigConfigurationRecorder;
  readonly channel: ConfigDeliveryChannel;
  readonly status: ConfigConfigurationRecorderStatus;

  constructor(scope: Construct, id: string, { context, key, accessLogs, archiveDays }: ConfigurationHistoryProps) {
    super(scope, id);
    this.bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "config",
      // With access logs: records that a service only delivers where nothing is locked by default.
      dataClass: "access-log",
      key,
      accessLogs,
      expireDays: archiveDays ?? BASELINE.retention.evidenceDays,
    });
    const source = context.arn("config", "*");
    this.bucket.grantServiceAclRead("ConfigAcl", SERVICE, { context }, source);
    this.bucket.grantServiceList("ConfigExists", SERVICE, { context }, source);
    this.bucket.grantServiceWrite("ConfigWrite", SERVICE, { context }, source, `AWSLogs/${context.account}/Config/`);
    key.grantService(SERVICE, source, ["kms:Decrypt", "kms:GenerateDataKey"]);
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
      s3BucketName: this.bucket.bucket.bucket,
      s3KmsKeyArn: key.arn,
      snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
      dependsOn: [this.recorder, this.bucket.policy],
    });
    this.status = new ConfigConfigurationRecorderStatus(this, "status", {
      name: this.recorder.name,
      isEnabled: true,
      dependsOn: [this.channel],
    });
  }
}
