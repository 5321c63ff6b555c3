import { drop, type Mutation, remove, set } from "../policies/mutations.js";

const DETECTOR = { type: "aws_guardduty_detector", path: "guard/threat-detection/detector" };
const POOL = { type: "aws_cognito_user_pool", path: "operators/pool" };
const CLIENT = { type: "aws_cognito_user_pool_client", path: "operators/client" };
const VAULT = { type: "aws_backup_vault", path: "backup/vault" };
const LEDGER = { type: "aws_dynamodb_table", path: "privacy/ledger/table" };
const ERASURES = { type: "aws_sqs_queue", path: "privacy/erasure/queue" };
const BASELINE = { type: "aws_ssm_patch_baseline", path: "gateways/baseline" };
const REPOSITORY = { type: "aws_ecr_repository", path: "image-bridge/repository" };
const ARCHIVE_STREAM = { type: "aws_kinesis_firehose_delivery_stream", path: "log-archive/stream" };

/** Secure defaults of operations and privacy, each switched off. */
export const OPERATE_MUTATIONS: readonly Mutation[] = [
  { off: "GuardDuty on", ...DETECTOR, change: set("enable", false), rule: "guardduty-enabled" },
  { off: "news of threats", ...DETECTOR, change: set("finding_publishing_frequency", "SIX_HOURS"), rule: "guardduty-prompt" },
  {
    off: "GuardDuty reading the buckets",
    type: "aws_guardduty_detector_feature",
    path: "guard/threat-detection/s3-data-events",
    change: set("status", "DISABLED"),
    rule: "guardduty-features",
  },
  {
    off: "GuardDuty watching the functions",
    type: "aws_guardduty_detector_feature",
    path: "guard/threat-detection/lambda-network-logs",
    change: set("status", "DISABLED"),
    rule: "guardduty-features",
  },
  {
    off: "AWS Config for every type",
    type: "aws_config_configuration_recorder",
    path: "configuration-history/recorder",
    change: set("recording_group.all_supported", false),
    rule: "config-records-everything",
  },
  {
    off: "AWS Config started",
    type: "aws_config_configuration_recorder_status",
    path: "configuration-history/status",
    change: set("is_enabled", false),
    rule: "config-recorder-running",
  },
  {
    off: "new controls of Security Hub",
    type: "aws_securityhub_account",
    path: "security-hub/account",
    change: set("auto_enable_controls", false),
    rule: "securityhub-new-controls",
  },
  {
    off: "functions scanned",
    type: "aws_inspector2_enabler",
    path: "vulnerability-scan/enabler",
    change: set("resource_types", ["EC2", "ECR"]),
    rule: "inspector-covers-the-stack",
  },
  {
    off: "the functions' code read",
    type: "aws_inspector2_enabler",
    path: "vulnerability-scan/enabler",
    change: set("resource_types", ["EC2", "ECR", "LAMBDA"]),
    rule: "inspector-reads-code",
  },
  { off: "a second factor", ...POOL, change: set("mfa_configuration", "OPTIONAL"), rule: "cognito-mfa" },
  { off: "long passwords", ...POOL, change: set("password_policy.minimum_length", 8), rule: "cognito-password-length" },
  {
    off: "threat protection",
    ...POOL,
    change: set("user_pool_add_ons.advanced_security_mode", "AUDIT"),
    rule: "cognito-threat-protection",
  },
  { off: "deletion protection of operators", ...POOL, change: drop("deletion_protection"), rule: "cognito-deletion-protected" },
  {
    off: "passwords never sent",
    ...CLIENT,
    change: set("explicit_auth_flows", ["ALLOW_USER_PASSWORD_AUTH"]),
    rule: "cognito-no-password-flow",
  },
  {
    off: "silence on who has an account",
    ...CLIENT,
    change: set("prevent_user_existence_errors", "LEGACY"),
    rule: "cognito-hides-accounts",
  },
  { off: "the vault's key", ...VAULT, change: drop("kms_key_arn"), rule: "backup-vault-customer-key" },
  { off: "backups that stay", ...VAULT, change: set("force_destroy", true), rule: "backup-vault-no-force-destroy" },
  {
    off: "the vault's lock",
    type: "aws_backup_vault_lock_configuration",
    path: "backup/lock",
    change: remove,
    rule: "backup-vault-locked",
    fails: VAULT,
  },
  {
    off: "five weeks of backups",
    type: "aws_backup_plan",
    path: "backup/plan",
    change: set("rule.lifecycle.delete_after", 7),
    rule: "backup-plan-retention",
  },
  {
    off: "the way from alarm to person",
    type: "aws_cloudwatch_metric_alarm",
    path: "account-alarms/root-used/alarm",
    change: drop("alarm_actions"),
    rule: "alarm-has-action",
  },
  { off: "the ledger's key", ...LEDGER, change: drop("server_side_encryption"), rule: "dynamodb-table-customer-key" },
  {
    off: "the ledger's recovery",
    ...LEDGER,
    change: set("point_in_time_recovery.enabled", false),
    rule: "dynamodb-table-recoverable",
  },
  {
    off: "the ledger's deletion protection",
    ...LEDGER,
    change: set("deletion_protection_enabled", false),
    rule: "dynamodb-table-deletion-protected",
  },
  { off: "the erasure queue's key", ...ERASURES, change: drop("kms_master_key_id"), rule: "sqs-queue-customer-key" },
  { off: "the archive stream's key", ...ARCHIVE_STREAM, change: drop("server_side_encryption"), rule: "firehose-stream-customer-key" },
  {
    off: "the filter's runtime patches",
    type: "aws_lambda_runtime_management_config",
    path: "privacy/filter/function/runtime-management",
    change: set("update_runtime_on", "Manual"),
    rule: "lambda-runtime-updates",
  },
  {
    off: "patches within a week",
    ...BASELINE,
    change: set("approval_rule.approve_after_days", 30),
    rule: "ssm-patch-approval-delay",
  },
  {
    off: "the patch window",
    type: "aws_ssm_maintenance_window",
    path: "gateways/window",
    change: set("enabled", false),
    rule: "ssm-patching-complete",
    fails: BASELINE,
  },
  {
    off: "images scanned",
    ...REPOSITORY,
    change: (repository, stack) => {
      set("image_scanning_configuration.scan_on_push", false)(repository);
      // Where Inspector scans the registry, its repositories need not say so themselves.
      if (stack.resource.aws_inspector2_enabler !== undefined)
        stack.resource.aws_ecr_registry_scanning_configuration = { basic: { scan_type: "BASIC" } };
    },
    rule: "ecr-scan-on-push",
  },
  { off: "tags that stay", ...REPOSITORY, change: set("image_tag_mutability", "MUTABLE"), rule: "ecr-immutable-tags" },
  { off: "the images' key", ...REPOSITORY, change: drop("encryption_configuration"), rule: "ecr-customer-key" },
  {
    off: "old images going",
    type: "aws_ecr_lifecycle_policy",
    path: "image-bridge/lifecycle",
    change: remove,
    rule: "ecr-lifecycle",
    fails: REPOSITORY,
  },
];
