import { drop, type Mutation, set, statement } from "../policies/mutations.js";

const STREAM = { type: "aws_kinesis_stream", path: "defence/stream/stream" };
const STATE = { type: "aws_dynamodb_table", path: "defence/detection/state" };
const INCIDENTS = { type: "aws_dynamodb_table", path: "defence/incidents/table" };
const MACHINE = { type: "aws_sfn_state_machine", path: "defence/quarantine/machine" };
const DETECTION = { type: "aws_lambda_function", path: "defence/detection/function/function" };

/** Secure defaults of detection and response, each switched off. */
export const RESPOND_MUTATIONS: readonly Mutation[] = [
  { off: "the stream's own key", ...STREAM, change: drop("kms_key_id"), rule: "kinesis-stream-customer-key" },
  { off: "a week of the stream", ...STREAM, change: set("retention_period", 24), rule: "kinesis-retention" },
  {
    off: "the error action of a source",
    type: "aws_iot_topic_rule",
    path: "defence/stream/presence",
    change: drop("error_action"),
    rule: "iot-topic-rule-error-action",
  },
  {
    off: "named fields of a source",
    type: "aws_iot_topic_rule",
    path: "defence/stream/presence",
    change: set("sql", "SELECT * FROM '$aws/events/presence/#'"),
    rule: "iot-topic-rule-narrow",
  },
  {
    off: "recovery of detection's memory",
    ...STATE,
    change: set("point_in_time_recovery.enabled", false),
    rule: "dynamodb-table-recoverable",
  },
  { off: "recovery of incidents", ...INCIDENTS, change: set("point_in_time_recovery.enabled", false), rule: "dynamodb-table-recoverable" },
  {
    off: "deletion protection of incidents",
    ...INCIDENTS,
    change: set("deletion_protection_enabled", false),
    rule: "dynamodb-table-deletion-protected",
  },
  { off: "the own key of incidents", ...INCIDENTS, change: drop("server_side_encryption"), rule: "dynamodb-table-customer-key" },
  { off: "the log of the quarantine", ...MACHINE, change: set("logging_configuration.level", "OFF"), rule: "sfn-logged" },
  { off: "the trace of the quarantine", ...MACHINE, change: set("tracing_configuration.enabled", false), rule: "sfn-traced" },
  { off: "the bound of detection", ...DETECTION, change: drop("reserved_concurrent_executions"), rule: "lambda-concurrency-bounded" },
  {
    off: "the action of an alarm",
    type: "aws_cloudwatch_metric_alarm",
    path: "defence/quarantine/failed-alarm",
    change: drop("alarm_actions"),
    rule: "alarm-has-action",
  },
  {
    off: "the action of the alarm on time-outs",
    type: "aws_cloudwatch_metric_alarm",
    path: "defence/quarantine/timed-out-alarm",
    change: drop("alarm_actions"),
    rule: "alarm-has-action",
  },
  {
    off: "the one product whose connections are cut",
    type: "aws_iam_role_policy",
    path: "defence/cutter/function/role/policy",
    change: statement("policy", "Cut", (cut) => {
      cut.Resource = "*";
    }),
    rule: "iam-policy-resource-named",
  },
  {
    off: "the signature of the code that cuts connections",
    type: "aws_lambda_function",
    path: "defence/cutter/function/function",
    change: drop("code_signing_config_arn"),
    rule: "lambda-code-signed",
  },
];
