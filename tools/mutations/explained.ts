/** A place that may be unknown without the rule saying so, and why that is right. */
export interface Explained {
  readonly rule: string;
  /** The place, exact, or with `*` at the end for it and all below. */
  readonly path: string;
  readonly why: string;
}

const IMPORTED = "written at all, the certificate is imported or private, and DNS validation is no question";
const CLASS = "the class of the data decides whether the rule applies; data-class-tagged is unknown then";
const CLAIM = "whether the policy is one of claims cannot be told; iot-policy-no-wildcard-action and the rules on devices speak of it";
const ONE_ACCOUNT = "any value of this key names an account: under StringEquals a wildcard would match nobody";
const REPLICA = "written at all, the instance is a replica and takes the setting from its source";
const NOT_NULL = "the provider refuses the block without a value, so there is one whatever it is";
const KEYED = "the rule asks for the key of variables; what they hold does not change whether they are encrypted";

/**
 * Everything that survives being made unknown. A line here is a claim to be reviewed; one that no longer survives fails the check, so that the
 * list can only speak of what is.
 */
export const EXPLAINED: readonly Explained[] = [
  { rule: "acm-validated-by-dns", path: "certificate_authority_arn", why: IMPORTED },
  { rule: "acm-validated-by-dns", path: "certificate_body", why: IMPORTED },
  { rule: "acm-validated-by-dns", path: "private_key", why: IMPORTED },
  { rule: "alarm-has-dimensions", path: "dimensions.QueueName", why: "a dimension is named, whatever its value" },
  {
    rule: "apigateway-cache-encrypted",
    path: "settings[0].caching_enabled",
    why: "the good example encrypts the cache, so that it does not matter whether there is one",
  },
  { rule: "apigatewayv2-route-authorized", path: "route_key", why: "the good example authorizes the route, whatever it is called" },
  { rule: "firmware-access-recorded", path: "tags*", why: CLASS },
  { rule: "firmware-signed", path: "tags*", why: CLASS },
  {
    rule: "iam-role-trust-source-bound",
    path: "assume_role_policy.Statement[0].Condition.StringEquals.aws:SourceAccount",
    why: ONE_ACCOUNT,
  },
  {
    rule: "iam-role-trust-account-bound",
    path: "assume_role_policy.Statement[0].Condition.StringEquals.sts:ExternalId",
    why: "a condition on the external id binds, whatever the id: under StringEquals a wildcard would match nobody",
  },
  { rule: "iot-authorizer-signed", path: "token_signing_public_keys.current", why: "a key is named; the provider refuses an empty one" },
  { rule: "iot-claim-policy-csr-only", path: "policy.Statement[1]*", why: CLAIM },
  { rule: "iot-claim-policy-narrow", path: "policy.Statement[1]*", why: CLAIM },
  { rule: "iot-domain-x509", path: "service_type", why: "the good example authenticates by X.509 for whatever service" },
  {
    rule: "lambda-permission-account-named",
    path: "principal",
    why: "the good example names the account, which does for S3 as for everyone else",
  },
  {
    rule: "iot-job-retry",
    path: "JobExecutionsRetryConfig.RetryCriteriaList[0].NumberOfRetries",
    why: "the type asks for a number in each criterion; one that is known only later was written to be one",
  },
  { rule: "iot-provisioning-hook", path: "pre_provisioning_hook[0].target_arn", why: NOT_NULL },
  { rule: "iot-resource-tagged", path: "Tags[0].Key", why: "there is a tag, whatever its key" },
  { rule: "iot-security-profile-alerts", path: "AlertTargets.SNS*", why: NOT_NULL },
  { rule: "kms-key-policy-service-narrow", path: "policy.Statement[0].Condition.StringEquals.aws:SourceAccount", why: ONE_ACCOUNT },
  { rule: "lambda-dead-letters", path: "lambda*", why: "the rule asks about functions the input shows to be called asynchronously" },
  { rule: "lambda-environment-customer-key", path: "environment*", why: KEYED },
  { rule: "lb-firewalled", path: "load_balancer_type", why: "the good example has its firewall, whatever kind it is" },
  { rule: "lb-listener-tls", path: "protocol", why: "the good example names a policy that would do, whatever the protocol" },
  { rule: "privacy-store-recorded", path: "tags*", why: CLASS },
  { rule: "rds-backup-retention", path: "replicate_source_db", why: REPLICA },
  { rule: "rds-iam-authentication", path: "engine", why: "the good example has it switched on, whatever the engine" },
  {
    rule: "rds-insights-customer-key",
    path: "performance_insights_enabled",
    why: "the good example names its key, whether it is used or not",
  },
  { rule: "rds-multi-az", path: "replicate_source_db", why: REPLICA },
  { rule: "s3-bucket-no-force-destroy", path: "tags*", why: CLASS },
  {
    rule: "s3-bucket-policy-no-lockout",
    path: "policy.Statement[0].Condition*",
    why: "a condition is written, so that the denial does not hold for every request",
  },
  { rule: "s3-object-lock", path: "tags*", why: CLASS },
  { rule: "sqs-dead-letter-retention", path: "redrive_policy", why: "the rule asks about queues the input shows to be dead-letter queues" },
  { rule: "ssm-parameter-customer-key", path: "type", why: "ssm-parameter-secure is unknown then" },
  {
    rule: "store-subnets-named",
    path: "replication_group_id",
    why: "written at all, the cluster lies where its replication group does",
  },
];

/** What survives a change to a known value, where the other changes of the place do not tell why (survivors.ts). */
export const SURVIVORS_EXPLAINED: readonly Explained[] = [
  { rule: "alarm-has-dimensions", path: "dimensions.QueueName", why: "a dimension is named, whatever its value" },
  {
    rule: "applicability-no-unknown",
    path: "products[0].facts.personalData",
    why: "yes and no are both an answer; what follows from it is judged by applicability-follows-facts",
  },
  {
    rule: "iam-role-trust-account-bound",
    path: "assume_role_policy.Statement[0].Condition.StringEquals.sts:ExternalId",
    why: "an external id has two characters at least, so that an empty one lets nobody in",
  },
  {
    rule: "iam-role-trust-source-bound",
    path: "assume_role_policy.Statement[0].Condition.StringEquals.aws:SourceAccount",
    why: ONE_ACCOUNT,
  },
  { rule: "iot-authorizer-signed", path: "token_signing_public_keys.current", why: "a key is named; the provider refuses an empty one" },
  { rule: "iot-claim-policy-narrow", path: "policy.Statement[0].Action", why: "iot-policy-no-wildcard-action fails then" },
  { rule: "iot-package-version-named", path: "VersionName", why: "the type asks for one character at least" },
  {
    rule: "iot-resource-tagged",
    path: "Tags[0].Key",
    why: "the type asks for one character at least, and there is a tag, whatever its key",
  },
  { rule: "iot-security-profile-alerts", path: "AlertTargets.SNS.AlertTargetArn", why: NOT_NULL },
  {
    rule: "iot-security-profile-behaviors",
    path: "Behaviors[0].Criteria",
    why: "the type asks for a comparison or a model in it: an empty one never comes to be",
  },
  { rule: "kms-key-policy-service-narrow", path: "policy.Statement[0].Condition.StringEquals.aws:SourceAccount", why: ONE_ACCOUNT },
  {
    rule: "s3-bucket-policy-no-lockout",
    path: "policy.Statement[0].Condition.Bool",
    why: "a condition is written, so that the denial does not hold for every request",
  },
  { rule: "vendor-accounts-registered", path: "assume_role_policy.Statement", why: "without a statement nobody is let in" },
];

export const survivorExplanationOf = (rule: string, path: string): Explained | undefined =>
  SURVIVORS_EXPLAINED.find((each) => each.rule === rule && each.path === path);

export const explanationOf = (rule: string, path: string): Explained | undefined =>
  EXPLAINED.find((each) => each.rule === rule && (each.path.endsWith("*") ? path.startsWith(each.path.slice(0, -1)) : path === each.path));
