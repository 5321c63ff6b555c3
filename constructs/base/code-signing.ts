import { Construct } from "constructs";
import { LambdaCodeSigningConfig } from "#aws/lambda-code-signing-config";
import { S3Object } from "#aws/s3-object";
import { SignerSigningJob } from "#aws/signer-signing-job";
import { SignerSigningProfile } from "#aws/signer-signing-profile";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "./backend-context.js";
import { DataKey } from "./data-key.js";
import { SecureBucket } from "./secure-bucket.js";

export interface CodeSigningProps extends InContext {
  /** Bucket that takes the access log. @obligation OBL-CONS-5 */
  readonly accessLogs: SecureBucket;
  /** Days between two rotations of the key of the code. @default 365 @obligation OBL-DATA-7 @accept kms-key-rotation */
  readonly keyRotationDays?: number;
  /** Days the deletion of that key can be called off. @default 30 @obligation OBL-DATA-7 @accept kms-deletion-window */
  readonly keyDeletionWindowDays?: number;
}

/** A package as AWS Signer left it; both are known once the job has run. */
export interface SignedPackage {
  readonly upload: S3Object;
  readonly job: SignerSigningJob;
  readonly bucket: string;
  readonly key: string;
}

/** The one platform for Lambda. Source: https://docs.aws.amazon.com/signer/latest/developerguide/gs-platform.html */
const LAMBDA_PLATFORM = "AWSLambda-SHA384-ECDSA";

/**
 * Who may say what the functions run: packages are signed by one profile, out of one bucket, and Lambda refuses any other. The signature is made
 * with the rights of whoever deploys, so the right to sign (`signer:StartSigningJob`) can be the pipeline's alone. @obligation OBL-SDLC-7
 * @setting lambda-signing-enforced: a package nobody signed is refused (`Enforce`)
 * @setting signer-validity: a signature holds for 5 years
 * @cost packages kept, in every version
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
 */
export class CodeSigning extends Construct {
  readonly key: DataKey;
  readonly bucket: SecureBucket;
  readonly profile: SignerSigningProfile;
  readonly config: LambdaCodeSigningConfig;
  private readonly props: CodeSigningProps;

  constructor(scope: Construct, id: string, props: CodeSigningProps) {
    super(scope, id);
    this.props = props;
    const { context, accessLogs } = props;
    this.key = new DataKey(this, "key", {
      context,
      dataClass: "code",
      rotationPeriodDays: props.keyRotationDays,
      deletionWindowDays: props.keyDeletionWindowDays,
    });
    // Terraform, AWS Signer and Lambda read and write packages with the rights of whoever deploys.
    this.key.grantAccountThrough("s3", ["kms:Decrypt", "kms:GenerateDataKey"]);
    this.bucket = new SecureBucket(this, "bucket", {
      context,
      purpose: "code",
      dataClass: "code",
      key: this.key,
      accessLogs,
      expireDays: "never",
    });
    this.profile = new SignerSigningProfile(this, "profile", {
      name: `${context.product.replaceAll("-", "_")}_functions`,
      platformId: LAMBDA_PLATFORM,
      signatureValidityPeriod: { type: "YEARS", value: BASELINE.firmware.signatureValidityYears },
      tags: context.tags("code"),
    });
    this.config = new LambdaCodeSigningConfig(this, "config", {
      description: `Functions of ${context.product} run what ${context.product} signed`,
      allowedPublishers: { signingProfileVersionArns: [this.profile.versionArn] },
      policies: { untrustedArtifactOnDeployment: "Enforce" },
      tags: context.tags("code"),
    });
  }

  /**
   * Uploads a package and has it signed. Other content makes the provider expect a new version of the object, a new version replaces the job, and a
   * new job gives a new key: the function follows by the reference. Its own content cannot be compared, since Signer adds to it.
   */
  sign(scope: Construct, name: string, { path, hash }: { readonly path: string; readonly hash: string }): SignedPackage {
    const { bucket, versioning, encryption } = this.bucket;
    const upload = new S3Object(scope, "package", {
      bucket: bucket.bucket,
      key: `unsigned/${name}.zip`,
      source: path,
      sourceHash: hash,
      contentType: "application/zip",
      serverSideEncryption: "aws:kms",
      kmsKeyId: this.key.arn,
      bucketKeyEnabled: true,
      tags: this.props.context.tags("code"),
      // Before versions are on, an object has none that a job could name.
      dependsOn: [versioning, encryption],
    });
    const job = new SignerSigningJob(scope, "signing-job", {
      profileName: this.profile.name,
      source: { s3: { bucket: upload.bucket, key: upload.key, version: upload.versionId } },
      destination: { s3: { bucket: bucket.bucket, prefix: `signed/${name}/` } },
      ignoreSigningJobFailure: false,
    });
    const signed = job.signedObject.get(0).s3.get(0);
    return { upload, job, bucket: signed.bucket, key: signed.key };
  }
}
