import { add, drop, type Mutation, remove, set } from "../policies/mutations.js";
import type { DefaultMutation } from "./default-mutations.js";

const REPLICA_KEY = { type: "aws_kms_replica_key" } as const;
const TABLE = { type: "aws_dynamodb_table_replica" } as const;
const COPY = { type: "aws_s3_bucket_replication_configuration" } as const;
const open = { Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" };
const anyCustomer = { Effect: "Allow", Principal: { Service: "sns.amazonaws.com" }, Action: "kms:Decrypt", Resource: "*" };

/** Secure defaults of what a second region gets, each switched off, wherever a construct makes such a resource. */
export const SCALE_OUT_MUTATIONS: readonly DefaultMutation[] = [
  { off: "a month to save a replica", ...REPLICA_KEY, change: set("deletion_window_in_days", 7), rule: "kms-deletion-window" },
  { off: "a replica that is not everybody's", ...REPLICA_KEY, change: add("policy", open), rule: "kms-key-policy-not-public" },
  { off: "a replica held to this account", ...REPLICA_KEY, change: add("policy", anyCustomer), rule: "kms-key-policy-service-narrow" },
  { off: "the key of a table's copy", ...TABLE, change: drop("kms_key_arn"), rule: "dynamodb-table-customer-key" },
  { off: "recovery of a table's copy", ...TABLE, change: set("point_in_time_recovery", false), rule: "dynamodb-table-recoverable" },
  {
    off: "deletion protection of a table's copy",
    ...TABLE,
    change: set("deletion_protection_enabled", false),
    rule: "dynamodb-table-deletion-protected",
  },
  {
    off: "encrypted objects copied",
    ...COPY,
    change: drop("rule.source_selection_criteria"),
    rule: "s3-replication-complete",
  },
  {
    off: "the key of an object's copy",
    ...COPY,
    change: drop("rule.destination.encryption_configuration"),
    rule: "s3-replication-complete",
  },
  { off: "metrics of copies", ...COPY, change: drop("rule.destination.metrics"), rule: "s3-replication-complete" },
];

const at = (path: string): string => `second-region/eu-west-1/${path}`;
const FIRMWARE = { type: "aws_s3_bucket", path: at("firmware/bucket") } as const;

/** The same in examples/scale-out, and what only the whole of it shows: one resource each, by its path. */
export const SECOND_REGION_MUTATIONS: readonly Mutation[] = [
  ...SCALE_OUT_MUTATIONS.filter(({ type }) => type === REPLICA_KEY.type).map((mutation) => ({ ...mutation, path: at("identity-key/key") })),
  ...SCALE_OUT_MUTATIONS.filter(({ type }) => type === TABLE.type).map((mutation) => ({ ...mutation, path: at("incidents/replica") })),
  ...SCALE_OUT_MUTATIONS.filter(({ type }) => type === COPY.type).map((mutation) => ({
    ...mutation,
    path: "second-region/replicate-firmware/replication",
  })),
  {
    off: "the lock of copied firmware",
    type: "aws_s3_bucket_object_lock_configuration",
    path: at("firmware/object-lock"),
    change: remove,
    rule: "s3-object-lock",
    fails: FIRMWARE,
  },
  {
    off: "the key of copied firmware",
    type: "aws_s3_bucket_server_side_encryption_configuration",
    path: at("firmware/encryption"),
    change: remove,
    rule: "s3-bucket-customer-key",
    fails: FIRMWARE,
  },
  {
    off: "the way from a late copy to a person",
    type: "aws_cloudwatch_metric_alarm",
    path: at("replication-late-firmware/alarm"),
    change: drop("alarm_actions"),
    rule: "alarm-has-action",
  },
  {
    off: "TLS of the standby",
    type: "aws_iot_domain_configuration",
    path: at("standby/endpoint/domain"),
    change: set("tls_config.security_policy", "IoTSecurityPolicy_TLS12_1_0_2016_01"),
    rule: "iot-domain-tls",
  },
  {
    off: "the log of the standby",
    type: "aws_iot_logging_options",
    path: at("standby/iot-logging/options"),
    change: set("default_log_level", "ERROR"),
    rule: "iot-logging-enabled",
  },
];

const ARCHIVE = { type: "aws_s3_bucket", path: "archive/audit/bucket" } as const;

/** Secure defaults of the archive in an account of its own. */
export const ARCHIVE_MUTATIONS: readonly Mutation[] = [
  {
    off: "the lock of the trail's records",
    type: "aws_s3_bucket_object_lock_configuration",
    path: "archive/audit/object-lock",
    change: remove,
    rule: "s3-object-lock",
    fails: ARCHIVE,
  },
  {
    off: "versions of the trail's records",
    type: "aws_s3_bucket_versioning",
    path: "archive/audit/versioning",
    change: remove,
    rule: "s3-bucket-versioned",
    fails: ARCHIVE,
  },
  {
    off: "named writers only",
    type: "aws_s3_bucket_policy",
    path: "archive/audit/policy",
    change: add("policy", { Effect: "Allow", Principal: "*", Action: "s3:PutObject", Resource: "*" }),
    rule: "s3-bucket-policy-not-public",
    fails: ARCHIVE,
  },
  {
    off: "the key's own policy",
    type: "aws_kms_key",
    path: "archive/key/key",
    change: add("policy", open),
    rule: "kms-key-policy-not-public",
  },
  {
    off: "services of the named fleets only",
    type: "aws_kms_key",
    path: "archive/key/key",
    change: add("policy", anyCustomer),
    rule: "kms-key-policy-service-narrow",
  },
  {
    off: "rotation of the archive's key",
    type: "aws_kms_key",
    path: "archive/key/key",
    change: set("enable_key_rotation", false),
    rule: "kms-key-rotation",
  },
];
