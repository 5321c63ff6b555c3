import { Construct } from "constructs";
import { S3Bucket } from "#aws/s3-bucket";
import { S3BucketLifecycleConfiguration } from "#aws/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "#aws/s3-bucket-logging";
import { S3BucketObjectLockConfigurationA } from "#aws/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "#aws/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "#aws/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "#aws/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "#aws/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "#aws/s3-bucket-versioning";
import { Lazy } from "#tf";
import { BASELINE } from "../../model/baseline.js";
import { BulwarkError } from "../../model/errors.js";
import { type RetentionChoice, retentionOf } from "../../model/retention.js";
import type { BackendContext, DataClass, InContext } from "./backend-context.js";
import type { DataKey } from "./data-key.js";
import { denyPlainText, policyDocument, type Statement } from "./policy-document.js";
import type { ServiceRole } from "./service-role.js";

export interface ObjectLock {
  /** GOVERNANCE can be lifted by those with `s3:BypassGovernanceRetention`, COMPLIANCE by nobody. @default GOVERNANCE @obligation OBL-SDLC-8 */
  readonly mode?: "GOVERNANCE" | "COMPLIANCE";
  /** Days an object version cannot be removed. @default 365 @obligation OBL-SDLC-8 @accept s3-object-lock */
  readonly days?: number;
}

export interface SecureBucketProps extends InContext {
  /** Names the bucket: `<product>-<purpose>-<account>-<region>`. @wiring */
  readonly purpose: string;
  /** Class of the data; a tag says it. @obligation OBL-DATA-1 */
  readonly dataClass: DataClass;
  /** Key of the data class. S3 cannot deliver access logs to a bucket with a KMS key: `s3-managed` is for that one. @obligation OBL-DATA-7 */
  readonly key: DataKey | "s3-managed";
  /**
   * Retention class, or days, after which an object goes; `never` keeps it until someone decides, and its replaced versions for ten years.
   * A class that is asked for rarely moves to cold storage first. @obligation OBL-DATA-12
   */
  readonly expireDays: RetentionChoice | "never";
  /** Bucket that takes the access log; only the access log bucket itself has none. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket | "is-access-log";
  /** Write once, read many. @default no object lock @obligation OBL-SDLC-8 @accept s3-object-lock */
  readonly objectLock?: ObjectLock;
}

/** What Firehose does with a bucket and its objects; the ACL it sends gives the object to the bucket's owner. */
export const FIREHOSE_BUCKET = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"] as const;
export const FIREHOSE_FOREIGN_OBJECTS = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject", "s3:PutObjectAcl"] as const;

/**
 * A private, encrypted, versioned, logged bucket that takes requests over TLS only.
 * @obligation OBL-DATA-7 @obligation OBL-DATA-6 @obligation OBL-DATA-1
 * @setting s3-bucket-public-access-blocked: public access is blocked in all four ways
 * @setting s3-bucket-tls-only: requests without TLS are refused
 * @setting s3-bucket-customer-key: objects are encrypted with a key of your own (`aws:kms`)
 * @setting s3-bucket-versioned: earlier versions are kept (`Enabled`)
 * @setting s3-bucket-acl-disabled: access lists are off (`BucketOwnerEnforced`)
 * @setting s3-bucket-access-logged: who reads and writes is logged into another bucket
 * @setting s3-bucket-aborts-uploads: uploads that never end are given up after 7 days
 * @setting s3-bucket-no-force-destroy: a bucket with something in it is not destroyed
 * @cost what is kept, in every version, and requests
 */
export class SecureBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;
  readonly encryption: S3BucketServerSideEncryptionConfigurationA;
  readonly publicAccessBlock: S3BucketPublicAccessBlock;
  readonly ownership: S3BucketOwnershipControls;
  readonly lifecycle: S3BucketLifecycleConfiguration;
  readonly policy: S3BucketPolicy;
  readonly logging?: S3BucketLoggingA;
  readonly objectLock?: S3BucketObjectLockConfigurationA;
  readonly bucketName: string;
  /** Literal, known before apply. */
  readonly arn: string;
  private readonly key: SecureBucketProps["key"];
  private readonly statements: Statement[];

  constructor(scope: Construct, id: string, props: SecureBucketProps) {
    super(scope, id);
    const { context, purpose, dataClass, key, accessLogs, expireDays } = props;
    const { days, coldAfterDays } = retentionOf(expireDays === "never" ? "firmware" : expireDays);
    this.key = key;
    this.bucketName = context.bucketName(purpose);
    if (this.bucketName.length > 63)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "purpose",
        given: purpose,
        problem: `the bucket name ${this.bucketName} is longer than 63 characters`,
      });
    this.arn = context.bucketArn(this.bucketName);
    this.bucket = new S3Bucket(this, "bucket", {
      bucket: this.bucketName,
      objectLockEnabled: props.objectLock !== undefined,
      forceDestroy: false,
      lifecycle: { preventDestroy: true },
      tags: context.tags(dataClass),
    });
    // `.bucket` rather than `.id`: the name is known in a plan, and the reference still orders the two.
    const bucket = this.bucket.bucket;

    this.versioning = new S3BucketVersioningA(this, "versioning", { bucket, versioningConfiguration: { status: "Enabled" } });
    this.encryption = new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket,
      rule: [
        key === "s3-managed"
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn }, bucketKeyEnabled: true },
      ],
    });
    this.publicAccessBlock = new S3BucketPublicAccessBlock(this, "public-access-block", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    this.ownership = new S3BucketOwnershipControls(this, "ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    this.lifecycle = new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket,
      rule: [
        {
          id: "retention",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
          noncurrentVersionExpiration: [{ noncurrentDays: days }],
          ...(expireDays === "never" ? {} : { expiration: [{ days }] }),
          ...(coldAfterDays === undefined ? {} : { transition: [{ days: coldAfterDays, storageClass: "GLACIER_IR" }] }),
        },
      ],
      dependsOn: [this.versioning],
    });
    if (accessLogs !== "is-access-log") {
      this.logging = new S3BucketLoggingA(this, "access-log", {
        bucket,
        targetBucket: accessLogs.bucket.bucket,
        targetPrefix: `${this.bucketName}/`,
        // S3 may refuse, and would else lose, a log whose bucket does not take it yet.
        dependsOn: [accessLogs.policy],
      });
      accessLogs.allowAccessLogsOf(this, props);
    }
    if (props.objectLock) this.objectLock = this.lock(props, props.objectLock, bucket);

    this.statements = [denyPlainText("s3:*", [this.arn, `${this.arn}/*`])];
    this.policy = new S3BucketPolicy(this, "policy", {
      bucket,
      policy: Lazy.stringValue({ produce: () => policyDocument(this.statements) }),
      dependsOn: [this.publicAccessBlock],
    });
  }

  /** Lets a role read and list what lies below a prefix that ends in `/`. */
  grantRead(role: ServiceRole, prefix: string): void {
    this.requireFolder(prefix);
    role.allow("List", ["s3:ListBucket"], [this.arn], { StringLike: { "s3:prefix": `${prefix}*` } });
    role.allow("Read", ["s3:GetObject", "s3:GetObjectVersion"], [`${this.arn}/${prefix}*`]);
    if (this.key !== "s3-managed") this.key.grantRole(role, "s3", ["kms:Decrypt"]);
  }

  /** Lets a role put objects below a prefix that ends in `/`, and read none. An upload in parts decrypts what it wrote. */
  grantPut(role: ServiceRole, prefix: string): void {
    this.requireFolder(prefix);
    role.allow("Put", ["s3:PutObject", "s3:AbortMultipartUpload"], [`${this.arn}/${prefix}*`]);
    if (this.key !== "s3-managed") this.key.grantRole(role, "s3", ["kms:Decrypt", "kms:GenerateDataKey"]);
  }

  /** Lets an AWS service write under a prefix, for resources of this account only. */
  grantServiceWrite(sid: string, service: string, { context }: InContext, sourceArn: string, prefix: string): void {
    this.statements.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: "s3:PutObject",
      Resource: `${this.arn}/${prefix}*`,
      Condition: context.sourceConditions(sourceArn),
    });
  }

  /** Lets an AWS service read below a prefix, any version, for resources of this account only. */
  grantServiceRead(sid: string, service: string, { context }: InContext, sourceArn: string, prefix: string): void {
    this.statements.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: `${this.arn}/${prefix}*`,
      Condition: context.sourceConditions(sourceArn),
    });
  }

  /** CloudTrail reads the bucket's ACL before it writes. Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
  grantServiceAclRead(sid: string, service: string, { context }: InContext, sourceArn: string): void {
    this.statements.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: "s3:GetBucketAcl",
      Resource: this.arn,
      Condition: context.sourceConditions(sourceArn),
    });
  }

  /** AWS Config asks whether its bucket is there before it writes. Source: https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html */
  grantServiceList(sid: string, service: string, { context }: InContext, sourceArn: string): void {
    this.statements.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: "s3:ListBucket",
      Resource: this.arn,
      Condition: context.sourceConditions(sourceArn),
    });
  }

  /**
   * Lets a role of another account put objects below a prefix that ends in `/`. The role is named by a condition, since S3 refuses a principal that
   * does not exist yet; it needs the same rights in its own account. Firehose asks for these.
   * Source: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#cross-account-delivery-s3
   */
  grantForeignPut(owner: BackendContext, purpose: string, prefix: string): void {
    this.requireFolder(prefix);
    const sid = `${purpose}Of${owner.product}${owner.account}${owner.region}${prefix}`.replace(/[^A-Za-z0-9]/g, "");
    const allow = (part: string, actions: readonly string[], resource: string): void => {
      this.statements.push({
        Sid: `${sid}${part}`,
        Effect: "Allow",
        Principal: { AWS: `arn:${owner.partition}:iam::${owner.account}:root` },
        Action: actions,
        Resource: resource,
        Condition: { ArnEquals: { "aws:PrincipalArn": owner.roleArn(owner.roleName(purpose)) } },
      });
    };
    allow("Bucket", FIREHOSE_BUCKET, this.arn);
    allow("Objects", FIREHOSE_FOREIGN_OBJECTS, `${this.arn}/${prefix}*`);
  }

  /**
   * Nobody removes an object or shortens its lock by hand, whatever IAM says; objects end by the lifecycle alone. Who may change this policy can lift it.
   */
  refuseRemoval(): void {
    this.statements.push({
      Sid: "DenyRemoval",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention", "s3:PutObjectLegalHold"],
      Resource: `${this.arn}/*`,
    });
  }

  /** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
  private allowAccessLogsOf(source: SecureBucket, context: InContext): void {
    this.grantServiceWrite(
      `AccessLogsOf${source.node.path.replace(/[^A-Za-z0-9]/g, "")}`,
      "logging.s3.amazonaws.com",
      context,
      source.arn,
      `${source.bucketName}/`,
    );
  }

  /** Without the slash a grant for `signed` would reach `signed-by-nobody/` as well, and an empty prefix everything. */
  private requireFolder(prefix: string): void {
    if (/^[\w-]+(\/[\w-]+)*\/$/.test(prefix)) return;
    throw new BulwarkError("BW_PROP_INVALID", {
      construct: this.node.path,
      property: "prefix",
      given: prefix,
      problem: "needs a folder that ends in a slash",
    });
  }

  /** The deviation is the bucket's: that is the resource a rule judges, and the one a reader looks at. */
  private lock({ context }: InContext, { mode, days }: ObjectLock, bucket: string): S3BucketObjectLockConfigurationA {
    const hardening = context.hardening(this);
    const property = "object_lock_configuration[0].rule[0].default_retention[0].days";
    const lockedDays = hardening.atLeast("s3-object-lock", property, days, BASELINE.firmware.objectLockDays);
    hardening.bind(this.bucket);
    return new S3BucketObjectLockConfigurationA(this, "object-lock", {
      bucket,
      rule: { defaultRetention: { mode: mode ?? BASELINE.firmware.objectLockMode, days: lockedDays } },
      dependsOn: [this.versioning],
    });
  }
}
