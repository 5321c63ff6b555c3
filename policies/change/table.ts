import type { Json } from "../../model/resource.js";

/** A setting that a change may weaken: says how, in the code of a fact, or undefined when it is no weaker. */
export interface Setting {
  /** Steps to the value; of a block the first counts. */
  readonly path: readonly string[];
  readonly weaker: (before: Json | undefined, after: Json | undefined) => string | undefined;
}

export interface Kept {
  /** Whether destroying or replacing the resource counts: always, never, or for a bucket only if it holds evidence. */
  readonly destroying: "counts" | "passes" | "if-evidence-bucket";
  readonly settings: readonly Setting[];
}

const switchedOff = (...path: string[]): Setting => ({
  path,
  weaker: (before, after) => (before === true && after !== true ? "switched-off" : undefined),
});
const switchedOn = (...path: string[]): Setting => ({
  path,
  weaker: (before, after) => (before !== true && after === true ? "switched-on" : undefined),
});
const removed = (...path: string[]): Setting => ({
  path,
  weaker: (before, after) => (isThere(before) && !isThere(after) ? "removed" : undefined),
});
/** @param order from strongest to weakest; a value that is none of them is weaker than all */
const lowered = (order: readonly string[], ...path: string[]): Setting => ({
  path,
  weaker: (before, after) => {
    const [from, to] = [rank(order, before), rank(order, after)];
    return from < order.length && to > from ? `lowered-from-${order[from]}` : undefined;
  },
});
/** @param never the number that means "for ever" */
const shortened = (path: readonly string[], never?: number): Setting => ({
  path,
  weaker: (before, after) => {
    const [long, short] = [daysOf(before, never), daysOf(after, never)];
    return short < long ? `shortened-from-${long === Number.POSITIVE_INFINITY ? "for-ever" : long}` : undefined;
  },
});

function rank(order: readonly string[], value: Json | undefined): number {
  const at = typeof value === "string" ? order.indexOf(value) : -1;
  return at < 0 ? order.length : at;
}

const isThere = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

function daysOf(value: Json | undefined, never: number | undefined): number {
  const days = typeof value === "number" ? value : typeof value === "string" && value !== "" ? Number(value) : undefined;
  if (never === undefined) return days ?? 0;
  return days === undefined || days === never ? Number.POSITIVE_INFINITY : days;
}

const counts = (...settings: Setting[]): Kept => ({ destroying: "counts", settings });
const passes = (...settings: Setting[]): Kept => ({ destroying: "passes", settings });

/** What keeps evidence, by type. */
export const EVIDENCE: Readonly<Record<string, Kept>> = {
  aws_backup_vault: counts(),
  aws_backup_vault_lock_configuration: counts(shortened(["min_retention_days"])),
  aws_cloudtrail: counts(),
  aws_cloudtrail_event_data_store: counts(shortened(["retention_period"]), switchedOff("termination_protection_enabled")),
  // 0 and no value keep log events for ever. Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_group
  aws_cloudwatch_log_group: counts(shortened(["retention_in_days"], 0)),
  aws_kms_key: counts(switchedOff("is_enabled")),
  aws_kms_replica_key: counts(switchedOff("enabled")),
  aws_s3_bucket: { destroying: "if-evidence-bucket", settings: [switchedOn("force_destroy")] },
  aws_s3_bucket_object_lock_configuration: counts(
    shortened(["rule", "default_retention", "days"]),
    shortened(["rule", "default_retention", "years"]),
    lowered(["COMPLIANCE", "GOVERNANCE"], "rule", "default_retention", "mode"),
  ),
};

/** Controls, by type. */
export const CONTROLS: Readonly<Record<string, Kept>> = {
  aws_accessanalyzer_analyzer: counts(),
  aws_backup_plan: counts(),
  aws_cloudtrail: passes(
    switchedOff("enable_logging"),
    switchedOff("enable_log_file_validation"),
    switchedOff("is_multi_region_trail"),
    switchedOff("include_global_service_events"),
    removed("kms_key_id"),
    removed("cloud_watch_logs_group_arn"),
  ),
  aws_cloudwatch_log_group: passes(removed("kms_key_id")),
  aws_cloudwatch_metric_alarm: counts(switchedOff("actions_enabled"), removed("alarm_actions")),
  aws_config_configuration_recorder: counts(),
  aws_config_configuration_recorder_status: counts(switchedOff("is_enabled")),
  aws_db_instance: passes(switchedOff("deletion_protection"), shortened(["backup_retention_period"])),
  aws_dynamodb_table: passes(switchedOff("deletion_protection_enabled"), switchedOff("point_in_time_recovery", "enabled")),
  aws_ebs_encryption_by_default: counts(switchedOff("enabled")),
  aws_flow_log: counts(),
  aws_guardduty_detector: counts(switchedOff("enable")),
  aws_inspector2_enabler: counts(),
  aws_iot_logging_options: counts(lowered(["DEBUG", "INFO", "WARN", "ERROR"], "default_log_level"), switchedOn("disable_all_logs")),
  aws_kms_key: passes(switchedOff("enable_key_rotation")),
  aws_rds_cluster: passes(switchedOff("deletion_protection"), shortened(["backup_retention_period"])),
  aws_s3_account_public_access_block: counts(...publicAccess()),
  aws_s3_bucket_logging: counts(),
  aws_s3_bucket_public_access_block: counts(...publicAccess()),
  aws_s3_bucket_server_side_encryption_configuration: counts(
    lowered(["aws:kms:dsse", "aws:kms", "AES256"], "rule", "apply_server_side_encryption_by_default", "sse_algorithm"),
  ),
  aws_s3_bucket_versioning: counts(lowered(["Enabled"], "versioning_configuration", "status")),
  aws_securityhub_account: counts(),
  aws_sqs_queue: passes(switchedOff("sqs_managed_sse_enabled"), removed("kms_master_key_id")),
  aws_ssm_maintenance_window: counts(switchedOff("enabled")),
};

function publicAccess(): readonly Setting[] {
  return ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].map((flag) => switchedOff(flag));
}
