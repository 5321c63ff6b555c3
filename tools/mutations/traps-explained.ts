/**
 * Where a rule takes what is not known before apply for a known answer. `not is_on(x)` is true of an unknown `x`, so a rule written without care
 * either accuses the good example of what nobody can know, or lets the bad one off in silence.
 */
export interface Trap {
  readonly rule: string;
  readonly reads: "as-bad" | "as-good";
  /** `aws_s3_bucket bucket`: the type and the place made unknown. */
  readonly place: string;
}

/** A trap that is none, and why. The place is exact, or with `*` at the end for it and all below. */
export interface TrapExplained {
  readonly rules: readonly string[];
  readonly reads: Trap["reads"];
  readonly place: string;
  readonly why: string;
}

const BY_NAME =
  "the example ties the two by a literal name; where the name is not known, what carries that name is another's, and a reference would tie them";
const OTHER_RULE = "that this may be anything is said once for the document";
const SWITCH = "whether the rule applies at all is not known, and the rule on the switch itself is unknown then";
const CLASS = "the class of the data decides whether the rule applies; data-class-tagged is unknown then";
const CLAIM = "whether the policy is one of claims cannot be told; iot-policy-no-wildcard-action and the rules on devices speak of it";
const SHOWN = "the rule is about what the input shows to be so";

const WRITTEN = "written at all";

export const TRAPS_EXPLAINED: readonly TrapExplained[] = [
  {
    rules: [
      "s3-bucket-access-logged",
      "s3-bucket-customer-key",
      "s3-bucket-lifecycle",
      "s3-bucket-public-access-blocked",
      "s3-bucket-tls-only",
      "s3-bucket-versioned",
      "s3-object-lock",
    ],
    reads: "as-bad",
    place: "aws_s3_bucket bucket",
    why: BY_NAME,
  },
  { rules: ["privacy-retention-enforced"], reads: "as-bad", place: "aws_s3_bucket bucket", why: BY_NAME },
  { rules: ["privacy-store-recorded"], reads: "as-good", place: "aws_s3_bucket tags*", why: CLASS },
  { rules: ["iot-role-alias-role-narrow"], reads: "as-good", place: "aws_iam_role name", why: BY_NAME },
  { rules: ["iot-role-alias-role-narrow"], reads: "as-good", place: "aws_iam_role_policy role", why: BY_NAME },
  { rules: ["backup-vault-locked"], reads: "as-bad", place: "aws_backup_vault name", why: BY_NAME },
  { rules: ["config-recorder-running"], reads: "as-bad", place: "aws_config_configuration_recorder name", why: BY_NAME },
  { rules: ["ecr-lifecycle"], reads: "as-bad", place: "aws_ecr_repository name", why: BY_NAME },
  { rules: ["elb-policy-tls"], reads: "as-bad", place: "aws_elb name", why: BY_NAME },
  { rules: ["iot-quarantine-group"], reads: "as-bad", place: "aws_iot_policy name", why: BY_NAME },
  {
    rules: ["s3-bucket-access-logged"],
    reads: "as-bad",
    place: "aws_s3_bucket_logging target_bucket",
    why: "the bucket that takes the logs is then one like any other, and has no log itself",
  },
  { rules: ["iot-certificate-provider-callers"], reads: "as-good", place: "aws_lambda_permission function_name", why: SHOWN },
  {
    rules: [
      "iam-policy-assume-narrow",
      "iam-policy-credentials-narrow",
      "iam-policy-decrypt-narrow",
      "iam-policy-no-escalation",
      "iam-policy-opening-narrow",
      "iam-policy-passrole-narrow",
      "iam-policy-resource-named",
      "iam-policy-wholesale-narrow",
    ],
    reads: "as-good",
    place: "aws_iam_role_policy policy.Statement[0].Action",
    why: `${OTHER_RULE} by iam-policy-no-service-wildcard`,
  },
  {
    rules: ["iot-policy-connect-bound", "iot-policy-publish-bound", "iot-policy-retain-narrow", "iot-policy-thing-bound"],
    reads: "as-good",
    place: "aws_iot_policy policy.Statement[0].Action",
    why: `${OTHER_RULE} by iot-policy-no-wildcard-action`,
  },
  {
    rules: ["iam-role-trust-account-bound", "iam-role-trust-github-bound", "iam-role-trust-source-bound"],
    reads: "as-good",
    place: "aws_iam_role assume_role_policy.Statement[0].Principal*",
    why: `${OTHER_RULE} by iam-role-trust-not-public`,
  },
  {
    rules: ["kms-key-policy-service-narrow"],
    reads: "as-good",
    place: "aws_kms_key policy.Statement[0].Principal",
    why: `${OTHER_RULE} by kms-key-policy-not-public`,
  },
  {
    rules: ["iot-claim-policy-csr-only", "iot-claim-policy-narrow"],
    reads: "as-good",
    place: "aws_iot_policy policy.Statement*",
    why: CLAIM,
  },
  {
    rules: ["firmware-access-recorded", "firmware-signed", "s3-bucket-no-force-destroy", "s3-object-lock"],
    reads: "as-good",
    place: "aws_s3_bucket tags*",
    why: CLASS,
  },
  { rules: ["efs-customer-key"], reads: "as-good", place: "aws_efs_file_system encrypted", why: `${SWITCH}: efs-encrypted` },
  { rules: ["rds-customer-key"], reads: "as-good", place: "aws_db_instance storage_encrypted", why: `${SWITCH}: rds-storage-encrypted` },
  {
    rules: ["lambda-dead-letters"],
    reads: "as-good",
    place: "aws_iot_topic_rule lambda*",
    why: `${SHOWN}: functions called asynchronously`,
  },
  { rules: ["sqs-dead-letter-retention"], reads: "as-good", place: "aws_sqs_queue redrive_policy", why: `${SHOWN}: dead-letter queues` },
  {
    rules: ["codebuild-no-secrets"],
    reads: "as-good",
    place: "aws_codebuild_project environment[0].environment_variable[0].name",
    why: "it is the name that says secret; under one that is not known, a value that is a key of AWS is still found",
  },
  {
    rules: ["ecs-environment-no-secrets"],
    reads: "as-good",
    place: "aws_ecs_task_definition container_definitions[0].environment[0].name",
    why: "it is the name that says secret; under one that is not known, a value that is a key of AWS is still found",
  },
  {
    rules: ["acm-validated-by-dns"],
    reads: "as-good",
    place: "aws_acm_certificate certificate_authority_arn",
    why: `${WRITTEN}, the certificate is private, and DNS validation is no question`,
  },
  {
    rules: ["acm-validated-by-dns"],
    reads: "as-good",
    place: "aws_acm_certificate certificate_body",
    why: `${WRITTEN}, the certificate is imported, and DNS validation is no question`,
  },
  {
    rules: ["acm-validated-by-dns"],
    reads: "as-good",
    place: "aws_acm_certificate private_key",
    why: `${WRITTEN}, the certificate is imported, and DNS validation is no question`,
  },
  {
    rules: ["autoscaling-launch-template"],
    reads: "as-good",
    place: "aws_autoscaling_group mixed_instances_policy",
    why: `${WRITTEN}, the policy has a launch template: the provider asks for one`,
  },
  {
    rules: ["ec2-block-devices-encrypted", "ec2-metadata-token-required"],
    reads: "as-good",
    place: "aws_instance launch_template",
    why: `${WRITTEN}, the launch template decides, and is judged itself`,
  },
  {
    rules: ["iot-ca-auto-registration"],
    reads: "as-good",
    place: "aws_iot_ca_certificate registration_config",
    why: `${WRITTEN}, the block is what the rule asks for`,
  },
  {
    rules: ["iot-certificate-csr"],
    reads: "as-good",
    place: "aws_iot_certificate certificate_pem",
    why: `${WRITTEN}, the certificate was made elsewhere, with its key`,
  },
  {
    rules: ["rds-backup-retention", "rds-multi-az", "rds-storage-encrypted"],
    reads: "as-good",
    place: "aws_db_instance replicate_source_db",
    why: `${WRITTEN}, the instance is a replica and takes the setting from its source`,
  },
  {
    rules: ["rds-password-not-in-state"],
    reads: "as-bad",
    place: "aws_db_instance password",
    why: "whatever the password turns out to be, it lies in the state",
  },
  {
    rules: ["secret-value-not-in-state"],
    reads: "as-bad",
    place: "aws_secretsmanager_secret_version secret_*",
    why: "whatever the value turns out to be, it lies in the state",
  },
  {
    rules: ["ssm-patch-approval-delay"],
    reads: "as-bad",
    place: "aws_ssm_patch_baseline approval_rule[0].approve_until_date",
    why: "a date, whichever it is, approves nothing that comes after it",
  },
  {
    rules: ["store-subnets-named"],
    reads: "as-good",
    place: "aws_elasticache_cluster replication_group_id",
    why: `${WRITTEN}, the cluster lies where its replication group does`,
  },
];

const covers = ({ reads, place }: TrapExplained, trap: Trap): boolean =>
  reads === trap.reads && (place.endsWith("*") ? trap.place.startsWith(place.slice(0, -1)) : trap.place === place);

export const trapReasonOf = (trap: Trap): TrapExplained | undefined =>
  TRAPS_EXPLAINED.find((each) => each.rules.includes(trap.rule) && covers(each, trap));

/** Explanations of what is no trap any more. */
export const idleTraps = (traps: readonly Trap[]): readonly string[] =>
  TRAPS_EXPLAINED.flatMap((each) =>
    each.rules
      .filter((rule) => !traps.some((trap) => trap.rule === rule && covers(each, trap)))
      .map((rule) => `${rule}: ${each.place} is explained as a trap and is none`),
  );
