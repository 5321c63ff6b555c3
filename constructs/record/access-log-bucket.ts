import { Construct } from "constructs";
import type { RetentionChoice } from "../../model/retention.js";
import type { InContext } from "../base/backend-context.js";
import { SecureBucket } from "../base/secure-bucket.js";

export interface AccessLogBucketProps extends InContext {
  /** Retention class, or days, an access log is kept. @default operational: 365 days @obligation OBL-CONS-5 */
  readonly retentionDays?: RetentionChoice;
}

/**
 * Takes the access logs of all other buckets. S3 delivers them to neither a bucket with a KMS key nor one with a default object lock.
 * @obligation OBL-CONS-5
 * @setting s3-bucket-lifecycle: access logs go after 365 days
 * @setting s3-bucket-public-access-blocked: public access is blocked in all four ways
 * @setting s3-bucket-versioned: earlier versions are kept
 * @cost requests to all other buckets: a line each
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogBucket extends Construct {
  readonly bucket: SecureBucket;

  constructor(scope: Construct, id: string, { context, retentionDays }: AccessLogBucketProps) {
    super(scope, id);
    this.bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "access-log",
      dataClass: "access-log",
      key: "s3-managed",
      accessLogs: "is-access-log",
      expireDays: retentionDays ?? "operational",
    });
  }
}
