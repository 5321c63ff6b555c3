import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import { add, type Block, drop, type Mutation, remove, type Stack, set, statement, without } from "./mutations.js";

const FIXTURE = new URL("../fixtures/synth/smart-home.cdk.tf.json", import.meta.url);
const AS_OF = "2026-11-25";

const IOT = "arn:aws:iot:eu-west-1:111122223333:";
const THING = "$${iot:Connection.Thing.ThingName}";
const allow = (
  Action: string | readonly string[],
  Resource: string,
): { Effect: string; Action: string | readonly string[]; Resource: string } => ({ Effect: "Allow", Action, Resource });

const BUCKET = "aws_s3_bucket";
const LAKE = { type: BUCKET, path: "lake/bucket/bucket" };
const FIRMWARE = { type: BUCKET, path: "firmware/bucket/bucket" };
const ARCHIVE = { type: BUCKET, path: "trail/archive/bucket" };
const TOPIC_RULE = { type: "aws_iot_topic_rule", path: "telemetry/rule" };
const DEVICE_POLICY = { type: "aws_iot_policy", path: "device-policy/policy" };
const CLAIM_POLICY = { type: "aws_iot_policy", path: "provisioning/claim/policy" };
const KEY = { type: "aws_kms_key", path: "telemetry-key/key" };
const DEAD_LETTERS = { type: "aws_sqs_queue", path: "telemetry/dead-letters/queue" };
const STREAM = { type: "aws_kinesis_firehose_delivery_stream", path: "lake/stream" };
const TABLE = { type: "aws_dynamodb_table", path: "registry/table" };
const LOGS = { type: "aws_cloudwatch_log_group", path: "iot-logging/log/group" };
const TRAIL = { type: "aws_cloudtrail", path: "trail/trail" };
const HOOK = { type: "aws_lambda_function", path: "provisioning/hook/function" };
const ALARM = { type: "aws_cloudwatch_metric_alarm", path: "telemetry/dead-letters/depth-alarm" };
const SIGNER = { type: "aws_signer_signing_profile", path: "firmware/signing-profile" };
const ENDPOINT = { type: "aws_iot_domain_configuration", path: "endpoint/domain" };
const INDEX = { type: "aws_iot_indexing_configuration", path: "iot-logging/index" };

const MUTATIONS: readonly Mutation[] = [
  // Device identity
  {
    off: "named actions",
    ...DEVICE_POLICY,
    change: add("policy", allow("iot:*", `${IOT}client/${THING}`)),
    rule: "iot-policy-no-wildcard-action",
  },
  { off: "named resources", ...DEVICE_POLICY, change: add("policy", allow("iot:Publish", "*")), rule: "iot-policy-no-wildcard-resource" },
  {
    off: "allowing by naming",
    ...DEVICE_POLICY,
    change: add("policy", { Effect: "Allow", Action: "iot:Connect", NotResource: `${IOT}client/x` }),
    rule: "iot-policy-no-not-elements",
  },
  {
    off: "connect only as the thing",
    ...DEVICE_POLICY,
    change: statement("policy", "Connect", (found) => {
      found.Resource = `${IOT}client/*`;
      delete found.Condition;
    }),
    rule: "iot-policy-connect-bound",
  },
  {
    off: "publish under the own name",
    ...DEVICE_POLICY,
    change: statement("policy", "Tell", (found) => {
      found.Resource = `${IOT}topic/dt/smart-home/*`;
    }),
    rule: "iot-policy-publish-bound",
  },
  {
    off: "receive the own commands only",
    ...DEVICE_POLICY,
    change: statement("policy", "Hear", (found) => {
      found.Resource = `${IOT}topic/cmd/smart-home/*`;
    }),
    rule: "iot-policy-read-bound",
  },
  {
    off: "subscribe to the own topics only",
    ...DEVICE_POLICY,
    change: add("policy", allow("iot:Subscribe", `${IOT}topicfilter/dt/smart-home/+/telemetry`)),
    rule: "iot-policy-read-bound",
  },
  {
    off: "no retained messages",
    ...DEVICE_POLICY,
    change: add("policy", allow("iot:RetainPublish", `${IOT}topic/dt/smart-home/${THING}/*`)),
    rule: "iot-policy-retain-narrow",
  },
  {
    off: "the own shadow only",
    ...DEVICE_POLICY,
    change: add("policy", allow("iot:UpdateThingShadow", `${IOT}thing/*`)),
    rule: "iot-policy-thing-bound",
  },
  { off: "whose a policy is", ...DEVICE_POLICY, change: drop("tags"), rule: "iot-resource-tagged" },
  {
    off: "claims only provision",
    ...CLAIM_POLICY,
    change: add("policy", allow("iot:Publish", `${IOT}topic/dt/smart-home/telemetry`)),
    rule: "iot-claim-policy-narrow",
  },
  {
    off: "keys are made on the device",
    ...CLAIM_POLICY,
    change: add("policy", allow("iot:Publish", `${IOT}topic/$aws/certificates/create/json`)),
    rule: "iot-claim-policy-csr-only",
  },
  {
    off: "the provisioning hook",
    type: "aws_iot_provisioning_template",
    path: "provisioning/template",
    change: drop("pre_provisioning_hook"),
    rule: "iot-provisioning-hook",
  },
  {
    off: "TLS 1.2 at least",
    ...ENDPOINT,
    change: set("tls_config.security_policy", "IoTSecurityPolicy_TLS12_1_0_2016_01"),
    rule: "iot-domain-tls",
  },
  { off: "X.509 only", ...ENDPOINT, change: set("authentication_type", "CUSTOM_AUTH"), rule: "iot-domain-x509" },
  {
    off: "no authorizer of the client's choice",
    ...ENDPOINT,
    change: set("authorizer_config", { allow_authorizer_override: true }),
    rule: "iot-domain-authorizer-fixed",
  },
  {
    off: "short-lived credentials",
    type: "aws_iot_role_alias",
    path: "credentials/alias",
    change: set("credential_duration", 43_200),
    rule: "iot-role-alias-duration",
  },
  {
    off: "the hook's caller is this account",
    type: "aws_lambda_permission",
    path: "provisioning/hook-permission",
    change: both(drop("source_account"), drop("source_arn")),
    rule: "lambda-permission-bound",
  },
  {
    off: "roles bound to this account",
    type: "aws_iam_role",
    path: "telemetry/telemetry-deliver/role",
    change: statement("assume_role_policy", "Assume", (found) => {
      delete found.Condition;
    }),
    rule: "iam-role-trust-source-bound",
  },
  {
    off: "roles for services only",
    type: "aws_iam_role",
    path: "telemetry/telemetry-deliver/role",
    change: add("assume_role_policy", { Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }),
    rule: "iam-role-trust-not-public",
  },
  {
    off: "no administrator",
    type: "aws_iam_role_policy",
    path: "provisioning/role/policy",
    change: add("policy", allow("*", "*")),
    rule: "iam-policy-no-admin",
  },
  {
    off: "no whole service",
    type: "aws_iam_role_policy",
    path: "provisioning/role/policy",
    change: add("policy", allow("iot:*", "*")),
    rule: "iam-policy-no-service-wildcard",
  },
  {
    off: "no administrator attached",
    type: "aws_iam_role",
    path: "provisioning/role/role",
    change: set("managed_policy_arns", ["arn:aws:iam::aws:policy/AdministratorAccess"]),
    rule: "iam-no-administrator-access",
  },
  {
    off: "a fixed place for what a device sends",
    ...TOPIC_RULE,
    change: set("s3", [{ bucket_name: "x", key: "$${topic()}", role_arn: "arn:aws:iam::111122223333:role/x" }]),
    rule: "iot-topic-rule-sink-fixed",
  },
  {
    off: "a quarantine that cuts off",
    type: "aws_iot_policy_attachment",
    path: "groups/quarantine-attachment",
    change: remove,
    rule: "iot-quarantine-group",
    fails: { type: "aws_iot_thing_group", path: "groups/quarantine" },
  },
  {
    off: "a quarantine group",
    type: "aws_iot_thing_group",
    path: "groups/quarantine",
    change: remove,
    rule: "iot-quarantine-group",
    fails: { type: "aws_iot_thing_group", path: "groups/fleet" },
  },
  {
    off: "a support period for each model",
    type: "aws_iot_thing_type",
    path: "types/door-lock",
    change: drop("tags.bulwark:support-until"),
    rule: "iot-thing-type-support-period",
  },

  // Ingest
  { off: "the error action", ...TOPIC_RULE, change: drop("error_action"), rule: "iot-topic-rule-error-action", fails: TOPIC_RULE },
  { off: "named fields", ...TOPIC_RULE, change: set("sql", "SELECT * FROM 'dt/smart-home/+/telemetry'"), rule: "iot-topic-rule-narrow" },
  { off: "a narrow filter", ...TOPIC_RULE, change: set("sql", "SELECT state FROM '#'"), rule: "iot-topic-rule-narrow" },
  { off: "a current SQL version", ...TOPIC_RULE, change: set("sql_version", "2015-10-08"), rule: "iot-topic-rule-sql-version" },
  {
    off: "living services",
    ...TOPIC_RULE,
    change: set("iot_events", [{ input_name: "x", role_arn: "arn:aws:iam::111122223333:role/x" }]),
    rule: "iot-topic-rule-live-services",
  },
  { off: "stream encryption", ...STREAM, change: drop("server_side_encryption"), rule: "firehose-stream-customer-key" },
  {
    off: "the stream's own key",
    ...STREAM,
    change: set("server_side_encryption", { enabled: true, key_type: "AWS_OWNED_CMK" }),
    rule: "firehose-stream-customer-key",
  },
  {
    off: "the stream's error log",
    ...STREAM,
    change: set("extended_s3_configuration.cloudwatch_logging_options", { enabled: false }),
    rule: "firehose-stream-errors-logged",
  },
  { off: "the queue's own key", ...DEAD_LETTERS, change: drop("kms_master_key_id"), rule: "sqs-queue-customer-key" },
  {
    off: "queue encryption",
    ...DEAD_LETTERS,
    change: both(drop("kms_master_key_id"), set("sqs_managed_sse_enabled", false)),
    rule: "sqs-queue-encrypted",
  },
  {
    off: "dead letters for 14 days",
    ...DEAD_LETTERS,
    change: set("message_retention_seconds", 345_600),
    rule: "sqs-dead-letter-retention",
  },
  {
    off: "queue over TLS only",
    type: "aws_sqs_queue_policy",
    path: "telemetry/dead-letters/policy",
    change: without("policy", "DenyPlainText"),
    rule: "sqs-queue-tls-only",
    fails: DEAD_LETTERS,
  },
  {
    off: "a private queue",
    type: "aws_sqs_queue_policy",
    path: "telemetry/dead-letters/policy",
    change: add("policy", { Effect: "Allow", Principal: "*", Action: "sqs:ReceiveMessage", Resource: "*" }),
    rule: "sqs-queue-policy-not-public",
    fails: DEAD_LETTERS,
  },
  {
    off: "the topic's own key",
    type: "aws_sns_topic",
    path: "alerts/topic",
    change: set("kms_master_key_id", "alias/aws/sns"),
    rule: "sns-topic-customer-key",
  },
  {
    off: "topic over TLS only",
    type: "aws_sns_topic_policy",
    path: "alerts/policy",
    change: without("policy", "DenyPlainText"),
    rule: "sns-topic-tls-only",
    fails: { type: "aws_sns_topic", path: "alerts/topic" },
  },
  {
    off: "a private topic",
    type: "aws_sns_topic_policy",
    path: "alerts/policy",
    change: add("policy", { Effect: "Allow", Principal: { AWS: "*" }, Action: "sns:Subscribe", Resource: "*" }),
    rule: "sns-topic-policy-not-public",
    fails: { type: "aws_sns_topic", path: "alerts/topic" },
  },
  { off: "an alarm that tells", ...ALARM, change: set("alarm_actions", []), rule: "alarm-has-action" },
  { off: "alarm actions on", ...ALARM, change: set("actions_enabled", false), rule: "alarm-has-action" },
  { off: "an alarm bound to its queue", ...ALARM, change: drop("dimensions"), rule: "alarm-has-dimensions" },

  // Storage
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

  // Keys
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

  // Firmware
  {
    off: "object lock",
    type: "aws_s3_bucket_object_lock_configuration",
    path: "firmware/bucket/object-lock",
    change: remove,
    rule: "s3-object-lock",
    fails: FIRMWARE,
  },
  {
    off: "a year of object lock",
    type: "aws_s3_bucket_object_lock_configuration",
    path: "trail/archive/object-lock",
    change: set("rule.default_retention.days", 30),
    rule: "s3-object-lock",
    fails: ARCHIVE,
  },
  { off: "buckets that stay", ...FIRMWARE, change: set("force_destroy", true), rule: "s3-bucket-no-force-destroy" },
  { off: "a signing profile", ...SIGNER, change: remove, rule: "firmware-signed", fails: FIRMWARE },
  { off: "signatures for five years", ...SIGNER, change: set("signature_validity_period.value", 1), rule: "signer-validity" },
  {
    off: "a record of firmware access",
    ...TRAIL,
    change: drop("advanced_event_selector"),
    rule: "firmware-access-recorded",
    fails: FIRMWARE,
  },

  // Records and functions
  { off: "the trail in all regions", ...TRAIL, change: set("is_multi_region_trail", false), rule: "cloudtrail-multi-region" },
  { off: "log file validation", ...TRAIL, change: drop("enable_log_file_validation"), rule: "cloudtrail-log-validation" },
  { off: "a trail that records", ...TRAIL, change: set("enable_logging", false), rule: "cloudtrail-recording" },
  { off: "the trail's own key", ...TRAIL, change: drop("kms_key_id"), rule: "cloudtrail-customer-key" },
  { off: "the trail in the log", ...TRAIL, change: drop("cloud_watch_logs_group_arn"), rule: "cloudtrail-to-logs" },
  { off: "the log group's own key", ...LOGS, change: drop("kms_key_id"), rule: "log-group-customer-key" },
  { off: "a year of logs", ...LOGS, change: set("retention_in_days", 30), rule: "log-group-retention" },
  {
    off: "a log level that shows refusals",
    type: "aws_iot_logging_options",
    path: "iot-logging/options",
    change: set("default_log_level", "ERROR"),
    rule: "iot-logging-enabled",
  },
  {
    off: "logging at all",
    type: "aws_iot_logging_options",
    path: "iot-logging/options",
    change: set("disable_all_logs", true),
    rule: "iot-logging-enabled",
  },
  {
    off: "registry events",
    type: "aws_iot_event_configurations",
    path: "iot-logging/events",
    change: set("event_configurations.POLICY", false),
    rule: "iot-events-published",
  },
  {
    off: "the fleet index",
    ...INDEX,
    change: set("thing_indexing_configuration.thing_connectivity_indexing_mode", "OFF"),
    rule: "iot-fleet-indexed",
  },
  { off: "a patched runtime", ...HOOK, change: set("runtime", "nodejs16.x"), rule: "lambda-runtime" },
  { off: "traces of the hook", ...HOOK, change: drop("tracing_config"), rule: "lambda-traced" },
  { off: "a bound on the hook", ...HOOK, change: drop("reserved_concurrent_executions"), rule: "lambda-concurrency-bounded" },
  {
    off: "settings without secrets",
    ...HOOK,
    change: set("environment.variables.API_TOKEN", "written-out"),
    rule: "lambda-environment-no-secrets",
  },
  { off: "encrypted settings", ...HOOK, change: drop("kms_key_arn"), rule: "lambda-environment-customer-key" },
  { off: "signed code", ...HOOK, change: drop("code_signing_config_arn"), rule: "lambda-code-signed" },
  {
    off: "unsigned code refused",
    type: "aws_lambda_code_signing_config",
    path: "code-signing/config",
    change: set("policies.untrusted_artifact_on_deployment", "Warn"),
    rule: "lambda-signing-enforced",
  },
  {
    off: "runtime patches by themselves",
    type: "aws_lambda_runtime_management_config",
    path: "provisioning/hook/runtime-management",
    change: set("update_runtime_on", "Manual"),
    rule: "lambda-runtime-updates",
  },
];

const scratch = mkdtempSync(join(tmpdir(), "bulwark-mutation-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const baseText = readFileSync(FIXTURE, "utf8");
const base = JSON.parse(baseText) as Stack;

describe("smart home with its secure defaults", () => {
  it("has neither a finding nor an unknown", async () => {
    expect(await judge(baseText)).toEqual([]);
  });
});

describe("each secure default switched off turns exactly its rule red", () => {
  it.each(MUTATIONS)("$off -> $rule", async (mutation) => {
    const stack = structuredClone(base);
    mutation.change(find(stack, mutation).resource, stack);
    const expected = find(base, mutation.fails ?? mutation);
    expect(await judge(JSON.stringify(stack))).toEqual([`fail ${mutation.rule} ${expected.address}`]);
  });
});

function both(...changes: readonly Mutation["change"][]): Mutation["change"] {
  return (resource, stack) => {
    for (const change of changes) change(resource, stack);
  };
}

function find(
  stack: Stack,
  { type, path }: { readonly type: string; readonly path: string },
): { readonly address: string; readonly resource: Block } {
  const found = Object.entries(stack.resource[type] ?? {}).filter(([, resource]) => pathOf(resource).endsWith(`/${path}`));
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(
      `${found.length} resources of ${type} at ${path}; there are: ${Object.values(stack.resource[type] ?? {})
        .map(pathOf)
        .join(", ")}`,
    );
  return { address: `${type}.${first[0]}`, resource: first[1] };
}

const pathOf = (resource: Block): string => String((resource["//"] as { metadata?: { path?: string } } | undefined)?.metadata?.path);

/** "VERDICT RULE ADDRESS" of all that does not pass, one line for each rule and address. */
async function judge(text: string): Promise<readonly string[]> {
  const file = join(scratch, "cdk.tf.json");
  writeFileSync(file, text);
  const { report } = await checkPaths([file], { asOf: AS_OF });
  return [...new Set(report.results.map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`))];
}
