import { add, both, drop, type Mutation, set, without } from "../mutations.js";

const TOPIC_RULE = { type: "aws_iot_topic_rule", path: "telemetry/rule" };
const DEAD_LETTERS = { type: "aws_sqs_queue", path: "telemetry/dead-letters/queue" };
const STREAM = { type: "aws_kinesis_firehose_delivery_stream", path: "lake/stream" };
const ALARM = { type: "aws_cloudwatch_metric_alarm", path: "telemetry/dead-letters/depth-alarm" };

/** How telemetry comes in, and who hears of what failed: secure defaults of the smart home, each switched off. */
export const INGEST_MUTATIONS: readonly Mutation[] = [
  { off: "the error action", ...TOPIC_RULE, change: drop("error_action"), rule: "iot-topic-rule-error-action", fails: TOPIC_RULE },
  { off: "named fields", ...TOPIC_RULE, change: set("sql", "SELECT * FROM 'dt/+/+/telemetry'"), rule: "iot-topic-rule-narrow" },
  { off: "a narrow filter", ...TOPIC_RULE, change: set("sql", "SELECT state FROM '#'"), rule: "iot-topic-rule-narrow" },
  { off: "a current SQL version", ...TOPIC_RULE, change: set("sql_version", "2015-10-08"), rule: "iot-topic-rule-sql-version" },
  {
    off: "living services",
    ...TOPIC_RULE,
    change: set("iot_events", [{ input_name: "x", role_arn: "arn:aws:iam::111122223333:role/x" }]),
    rule: "iot-topic-rule-live-services",
  },
  {
    off: "objects for their owner alone",
    ...TOPIC_RULE,
    change: set("s3", [{ bucket_name: "x", key: "x", role_arn: "arn:aws:iam::111122223333:role/x", canned_acl: "public-read" }]),
    rule: "iot-topic-rule-objects-private",
  },
  {
    off: "no secret in a rule",
    ...TOPIC_RULE,
    change: set("http", [{ url: "https://example.com/in", http_header: [{ key: "Authorization", value: "Bearer 3f1b9c0de2a84c57" }] }]),
    rule: "iot-no-secrets",
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
];
