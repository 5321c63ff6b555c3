import type { Resource } from "../../model/resource.js";
import { isUnknown } from "../lift/normal.js";

/*
 * What rules ask beyond the neighbours of a resource. test/policies/chunks.test.ts judges every rule's examples in pieces and fails for a rule
 * whose question is missing here.
 */

/** What a rule reads of the resources of each type: some attributes, all, or only whether there are any. */
type Reading = Readonly<Record<string, readonly string[] | "all" | "any">>;

const each = (types: readonly string[], attributes: Reading[string]): Reading =>
  Object.fromEntries(types.map((type) => [type, attributes]));

/** The same as in policies/lib/iot_account.rego. */
const DEVICES_AND_WHAT_MAY_HOLD_ANYTHING: Reading = {
  ...each(
    [
      "aws_iot_provisioning_template",
      "aws_iot_ca_certificate",
      "aws_iot_policy",
      "aws_iot_thing",
      "aws_iot_certificate",
      "aws_iot_topic_rule",
    ],
    "any",
  ),
  "Provider/aws": [],
  ...each(["aws_cloudformation_stack", "aws_cloudformation_stack_set"], ["template_body"]),
  aws_cloudcontrolapi_resource: ["type_name"],
};

const TAGS = ["tags", "tags_all"] as const;

/**
 * Questions about the input as a whole ("is there any signing profile?"): such a rule is judged once, over all resources of the types it looks
 * at, and left out of the chunks.
 */
export const WHOLE_INPUT: Readonly<Record<string, Reading>> = {
  "alarm-has-action": {
    aws_cloudwatch_composite_alarm: "all",
    aws_cloudwatch_metric_alarm: ["id", "arn", "alarm_name", "alarm_actions", "actions_enabled"],
  },
  "cloudtrail-multi-region": { aws_cloudtrail: "all" },
  "config-recorder-running": {
    aws_config_configuration_recorder: ["id", "arn", "name"],
    aws_config_configuration_recorder_status: ["name", "is_enabled"],
  },
  "ecr-scan-on-push": {
    aws_ecr_repository: ["id", "arn", "name", "image_scanning_configuration"],
    aws_ecr_registry_scanning_configuration: "all",
    aws_inspector2_enabler: ["resource_types"],
  },
  "firmware-access-recorded": { aws_s3_bucket: [...TAGS, "id", "arn", "bucket"], aws_cloudtrail: "all" },
  "firmware-signed": { aws_s3_bucket: TAGS, aws_kms_key: ["key_usage"], aws_signer_signing_profile: ["platform_id"] },
  "guardduty-features": {
    ...each(["aws_guardduty_detector", "aws_guardduty_detector_feature"], "all"),
    ...each(
      [
        "aws_db_instance",
        "aws_eks_cluster",
        "aws_eks_node_group",
        "aws_instance",
        "aws_lambda_function",
        "aws_launch_configuration",
        "aws_launch_template",
        "aws_rds_cluster",
        "aws_s3_bucket",
        "aws_spot_instance_request",
      ],
      "any",
    ),
    aws_ecs_service: ["launch_type", "capacity_provider_strategy"],
    aws_ecs_task_definition: ["requires_compatibilities"],
    aws_eks_addon: ["addon_name"],
  },
  "inspector-covers-the-stack": {
    ...each(["aws_ecr_repository", "aws_instance", "aws_lambda_function", "aws_launch_template"], "any"),
    aws_inspector2_enabler: ["resource_types", "account_ids"],
  },
  "inspector-reads-code": { aws_lambda_function: "any", aws_inspector2_enabler: ["resource_types", "account_ids"] },
  "iot-account-audited": {
    ...DEVICES_AND_WHAT_MAY_HOLD_ANYTHING,
    ...each(["AWS::IoT::AccountAuditConfiguration", "AWS::IoT::ScheduledAudit"], "all"),
  },
  "iot-account-logged": {
    ...DEVICES_AND_WHAT_MAY_HOLD_ANYTHING,
    ...each(["AWS::IoT::Logging", "aws_iot_logging_options", "awscc_iot_logging"], "any"),
  },
  "iot-audit-scheduled": each(["AWS::IoT::AccountAuditConfiguration", "AWS::IoT::ScheduledAudit"], "all"),
  "iot-certificate-one-thing": {
    aws_iot_thing_principal_attachment: ["principal", "thing"],
    aws_iot_certificate: [],
    aws_iot_thing: ["id", "arn", "name"],
  },
  "iot-certificate-provider-callers": each(["AWS::IoT::CertificateProvider", "aws_lambda_function", "aws_lambda_permission"], "all"),
  "iot-fleet-metric-alarmed": each(["AWS::IoT::FleetMetric", "aws_cloudwatch_metric_alarm"], "all"),
  "iot-mitigation-own-role": each(["AWS::IoT::MitigationAction"], "all"),
  "iot-quarantine-group": each(["aws_iot_thing_group", "aws_iot_policy", "aws_iot_policy_attachment"], "all"),
  "s3-bucket-policy-foreign-narrow": {
    ...each(["aws_s3_bucket", "aws_s3_bucket_policy"], ["id", "arn", "bucket", "policy"]),
    "Provider/aws": ["allowed_account_ids"],
    "Document/VendorRegister": ["own"],
    aws_caller_identity: ["account_id"],
  },
  "ssm-patching-complete": each(
    [
      "aws_ssm_association",
      "aws_ssm_default_patch_baseline",
      "aws_ssm_maintenance_window",
      "aws_ssm_maintenance_window_target",
      "aws_ssm_maintenance_window_task",
      "aws_ssm_patch_baseline",
      "aws_ssm_patch_group",
      "aws_ssmquicksetup_configuration_manager",
    ],
    "all",
  ),
};

/** Settings of a whole account: there is one, nothing refers to it, and it decides about many. */
const ACCOUNT_TYPES: ReadonlySet<string> = new Set([
  "aws_ebs_default_kms_key",
  "aws_ebs_encryption_by_default",
  "aws_ec2_instance_metadata_defaults",
  "aws_ecs_account_setting_default",
  "aws_s3_account_public_access_block",
]);

/**
 * Companions that may belong to anything when their target is not known: the attribute that names the target, and the type it then has where
 * that is always the same. The same as in policies/lib/links.rego.
 */
const COMPANIONS: Readonly<Record<string, { readonly attribute: string; readonly target?: string }>> = {
  aws_api_gateway_method_settings: { attribute: "stage_name", target: "aws_api_gateway_stage" },
  aws_backup_vault_lock_configuration: { attribute: "backup_vault_name", target: "aws_backup_vault" },
  aws_cloudwatch_log_delivery_source: { attribute: "resource_arn" },
  aws_default_security_group: { attribute: "vpc_id", target: "aws_vpc" },
  aws_ecr_lifecycle_policy: { attribute: "repository", target: "aws_ecr_repository" },
  aws_flow_log: { attribute: "vpc_id", target: "aws_vpc" },
  aws_guardduty_detector_feature: { attribute: "detector_id", target: "aws_guardduty_detector" },
  aws_iam_policy_attachment: { attribute: "users", target: "aws_iam_user" },
  aws_iam_user_login_profile: { attribute: "user", target: "aws_iam_user" },
  aws_iam_user_policy: { attribute: "user", target: "aws_iam_user" },
  aws_iam_user_policy_attachment: { attribute: "user", target: "aws_iam_user" },
  aws_lb_ssl_negotiation_policy: { attribute: "load_balancer", target: "aws_elb" },
  aws_load_balancer_listener_policy: { attribute: "load_balancer_name", target: "aws_elb" },
  aws_networkfirewall_logging_configuration: { attribute: "firewall_arn", target: "aws_networkfirewall_firewall" },
  aws_redshift_logging: { attribute: "cluster_identifier", target: "aws_redshift_cluster" },
  aws_route53_hosted_zone_dnssec: { attribute: "hosted_zone_id", target: "aws_route53_zone" },
  aws_route53_query_log: { attribute: "zone_id", target: "aws_route53_zone" },
  aws_secretsmanager_secret_rotation: { attribute: "secret_id", target: "aws_secretsmanager_secret" },
  aws_sns_topic_policy: { attribute: "arn", target: "aws_sns_topic" },
  aws_sqs_queue_policy: { attribute: "queue_url", target: "aws_sqs_queue" },
  aws_wafv2_web_acl_association: { attribute: "resource_arn" },
  aws_wafv2_web_acl_logging_configuration: { attribute: "resource_arn", target: "aws_wafv2_web_acl" },
};

const BUCKET = { attribute: "bucket", target: "aws_s3_bucket" } as const;

/**
 * What only puts one of many to something, although its type is named like a setting of that: it says nothing about it that would concern the
 * others. A fleet has one such for each device.
 */
const ENTRIES: ReadonlySet<string> = new Set([
  "aws_autoscaling_group_tag",
  "aws_dynamodb_table_item",
  "aws_iot_policy_attachment",
  "aws_iot_thing_group_membership",
  "aws_iot_thing_principal_attachment",
  "aws_lb_target_group_attachment",
  "aws_s3_bucket_object",
]);

/** Whether a resource of type `companion` that names one of type `target` configures it: `aws_s3_bucket_versioning` does a bucket. */
export const isCompanionType = (companion: string, target: string): boolean =>
  companion.startsWith(target) && companion[target.length] === "_" && !ENTRIES.has(companion);

/** Documents speak of anything, so they tie nothing together and stand by everywhere. */
export const isDocument = (resource: Resource): boolean => resource.type.startsWith("Document/");

/** Whether a resource may concern any other without a link that shows it: it then stands by in every chunk. */
export function concernsAnything(resource: Resource): boolean {
  const { type, values } = resource;
  if (ACCOUNT_TYPES.has(type) || isDocument(resource)) return true;
  const companion = Object.hasOwn(COMPANIONS, type) ? COMPANIONS[type] : type.startsWith("aws_s3_bucket_") ? BUCKET : undefined;
  if (companion === undefined) return false;
  const given = values[companion.attribute];
  return (Array.isArray(given) ? given : [given]).some(
    (value) => isUnknown(value) && !value.refs.some((ref) => companion.target !== undefined && ref.includes(`${companion.target}.`)),
  );
}
