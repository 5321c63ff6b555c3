import { add, drop, type Mutation, remove, set, statement, without } from "../mutations.js";

const BUCKET = "aws_s3_bucket";
const LAKE = { type: BUCKET, path: "lake/bucket/bucket" };
const FIRMWARE = { type: BUCKET, path: "firmware/bucket/bucket" };
const KEY = { type: "aws_kms_key", path: "telemetry-key/key" };
const TABLE = { type: "aws_dynamodb_table", path: "registry/table" };

/** Where data lies, and under which keys: secure defaults of the smart home, each switched off. */
export const STORAGE_MUTATIONS: readonly Mutation[] = [
  { off: "the table's own key", ...TABLE, change: set("server_side_encryption", { enabled: true }), rule: "dynamodb-table-customer-key" },
  { off: "point-in-time recovery", ...TABLE, change: drop("point_in_time_recovery"), rule: "dynamodb-table-recoverable" },
  { off: "deletion protection", ...TABLE, change: set("deletion_protection_enabled", false), rule: "dynamodb-table-deletion-protected" },
  {
    off: "the bucket's own key",
    type: "aws_s3_bucket_server_side_encryption_configuration",
    path: "lake/bucket/encryption",
    change: remove,
    rule: "s3-bucket-customer-key",
    fails: LAKE,
  },
  {
    off: "the bucket's own key, not S3's",
    type: "aws_s3_bucket_server_side_encryption_configuration",
    path: "lake/bucket/encryption",
    change: set("rule", [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }]),
    rule: "s3-bucket-customer-key",
    fails: LAKE,
  },
  {
    off: "the public access block",
    type: "aws_s3_bucket_public_access_block",
    path: "lake/bucket/public-access-block",
    change: remove,
    rule: "s3-bucket-public-access-blocked",
    fails: LAKE,
  },
  ...["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].map(
    (name): Mutation => ({
      off: name,
      type: "aws_s3_bucket_public_access_block",
      path: "firmware/bucket/public-access-block",
      change: set(name, false),
      rule: "s3-bucket-public-access-blocked",
      fails: FIRMWARE,
    }),
  ),
  {
    off: "ownership enforced",
    type: "aws_s3_bucket_ownership_controls",
    path: "lake/bucket/ownership",
    change: set("rule.object_ownership", "ObjectWriter"),
    rule: "s3-bucket-acl-disabled",
    fails: LAKE,
  },
  {
    off: "versioning",
    type: "aws_s3_bucket_versioning",
    path: "lake/bucket/versioning",
    change: set("versioning_configuration.status", "Suspended"),
    rule: "s3-bucket-versioned",
    fails: LAKE,
  },
  {
    off: "a lifecycle",
    type: "aws_s3_bucket_lifecycle_configuration",
    path: "lake/bucket/lifecycle",
    change: remove,
    rule: "s3-bucket-lifecycle",
    fails: LAKE,
  },
  {
    off: "access logging",
    type: "aws_s3_bucket_logging",
    path: "lake/bucket/access-log",
    change: remove,
    rule: "s3-bucket-access-logged",
    fails: LAKE,
  },
  {
    off: "bucket over TLS only",
    type: "aws_s3_bucket_policy",
    path: "lake/bucket/policy",
    change: without("policy", "DenyPlainText"),
    rule: "s3-bucket-tls-only",
    fails: LAKE,
  },
  {
    off: "a private bucket",
    type: "aws_s3_bucket_policy",
    path: "lake/bucket/policy",
    change: add("policy", { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }),
    rule: "s3-bucket-policy-not-public",
    fails: LAKE,
  },
  { off: "data classes", ...LAKE, change: drop("tags.bulwark:data-class"), rule: "data-class-tagged" },
  { off: "key rotation", ...KEY, change: set("enable_key_rotation", false), rule: "kms-key-rotation" },
  { off: "yearly rotation", ...KEY, change: set("rotation_period_in_days", 2_560), rule: "kms-key-rotation" },
  { off: "a month to call off a deletion", ...KEY, change: set("deletion_window_in_days", 7), rule: "kms-deletion-window" },
  {
    off: "a private key",
    ...KEY,
    change: add("policy", { Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" }),
    rule: "kms-key-policy-not-public",
  },
  {
    off: "services bound to this account",
    type: "aws_kms_key",
    path: "alerts-key/key",
    change: statement("policy", "cloudwatchamazonawscom", (found) => {
      delete found.Condition;
    }),
    rule: "kms-key-policy-service-narrow",
  },
];
