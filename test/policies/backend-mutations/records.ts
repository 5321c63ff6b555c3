import { drop, type Mutation, remove, set } from "../mutations.js";

const BUCKET = "aws_s3_bucket";
const FIRMWARE = { type: BUCKET, path: "firmware/bucket/bucket" };
const ARCHIVE = { type: BUCKET, path: "trail/archive/bucket" };
const LOGS = { type: "aws_cloudwatch_log_group", path: "iot-logging/log/group" };
const TRAIL = { type: "aws_cloudtrail", path: "trail/trail" };
const HOOK = { type: "aws_lambda_function", path: "provisioning/hook/function" };
const SIGNER = { type: "aws_signer_signing_profile", path: "firmware/signing-profile" };
const INDEX = { type: "aws_iot_indexing_configuration", path: "iot-logging/index" };

/** Firmware, records and functions: secure defaults of the smart home, each switched off. */
export const RECORDS_MUTATIONS: readonly Mutation[] = [
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
  { off: "traces", ...HOOK, change: drop("tracing_config"), rule: "lambda-traced" },
  { off: "a bound on calls", ...HOOK, change: drop("reserved_concurrent_executions"), rule: "lambda-concurrency-bounded" },
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
