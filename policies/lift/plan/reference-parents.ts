/** Attributes in which companions name what they hang on. */
const PARENTS: Readonly<Record<string, string>> = {
  aws_backup_vault_policy: "backup_vault_name",
  aws_secretsmanager_secret_policy: "secret_arn",
  aws_secretsmanager_secret_rotation: "secret_id",
  aws_secretsmanager_secret_version: "secret_id",
  aws_sns_topic_policy: "arn",
  aws_sqs_queue_policy: "queue_url",
};

const BUCKET_ID: ReadonlySet<string> = new Set(
  [
    "accelerate_configuration",
    "cors_configuration",
    "lifecycle_configuration",
    "logging",
    "notification",
    "object_lock_configuration",
    "ownership_controls",
    "policy",
    "public_access_block",
    "replication_configuration",
    "server_side_encryption_configuration",
    "versioning",
    "website_configuration",
  ].map((name) => `aws_s3_bucket_${name}`),
);

/** The id of most of what configures a bucket is the bucket's name. Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_versioning */
export function parentAttribute(type: string, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  if (type.startsWith("aws_s3_bucket_")) return asked === "bucket" || (asked === "id" && BUCKET_ID.has(type)) ? "bucket" : undefined;
  return Object.hasOwn(PARENTS, type) && PARENTS[type] === asked ? asked : undefined;
}
