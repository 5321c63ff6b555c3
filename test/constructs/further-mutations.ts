import { add, type Block, both, drop, remove, type Stack, set } from "../policies/mutations.js";
import type { DefaultMutation } from "./default-mutations.js";
import { dropIn, inDesiredState, setIn } from "./iot-mutations.js";

const allow = (Action: string | readonly string[], Resource = "*"): Block => ({ Effect: "Allow", Action, Resource });
const trusting = (Principal: Block, Action = "sts:AssumeRole"): Block => ({ Effect: "Allow", Principal, Action });

const PERMISSIONS = "aws_iam_role_policy";
const TRUST = "aws_iam_role";
const CLOUD_CONTROL = "aws_cloudcontrolapi_resource";
const DISTRIBUTION = "aws_cloudfront_distribution";

/** What a role may do and who takes it, each widened. */
const ROLE_MUTATIONS: readonly DefaultMutation[] = [
  ["no way to further rights", "iam:AttachRolePolicy", "iam-policy-no-escalation"],
  ["no role handed on", "iam:PassRole", "iam-policy-passrole-narrow"],
  ["no other role taken", "sts:AssumeRole", "iam-policy-assume-narrow"],
  ["no credentials of others", "rds-db:connect", "iam-policy-credentials-narrow"],
  ["nothing opened to others", "s3:PutBucketPolicy", "iam-policy-opening-narrow"],
  ["data of one place", "secretsmanager:GetSecretValue", "iam-policy-wholesale-narrow"],
  ["keys named", "kms:Decrypt", "iam-policy-decrypt-narrow"],
  ["resources named", "dynamodb:PutItem", "iam-policy-resource-named"],
].map(([off = "", action = "", rule = ""]) => ({ off, type: PERMISSIONS, change: add("policy", allow(action)), rule }));

const TRUST_MUTATIONS: readonly DefaultMutation[] = [
  {
    off: "allowing by naming",
    type: PERMISSIONS,
    change: add("policy", { Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
    rule: "iam-policy-no-not-elements",
  },
  {
    off: "no other account trusted",
    type: TRUST,
    change: add("assume_role_policy", trusting({ AWS: "arn:aws:iam::210987654321:root" })),
    rule: "iam-role-trust-account-bound",
  },
  {
    off: "no workflow of anybody trusted",
    type: TRUST,
    change: add("assume_role_policy", {
      ...trusting(
        { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "sts:AssumeRoleWithWebIdentity",
      ),
      Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
    }),
    rule: "iam-role-trust-github-bound",
  },
];

/** Types that hold or carry data, and say by a tag which. */
const CLASSED = [
  "aws_cloudwatch_log_group",
  "aws_dynamodb_table",
  "aws_kinesis_firehose_delivery_stream",
  "aws_kinesis_stream",
  "aws_kms_key",
  "aws_sns_topic",
  "aws_sqs_queue",
];

const STORE_MUTATIONS: readonly DefaultMutation[] = [
  ...CLASSED.map((type) => ({ off: "data classes", type, change: drop("tags.bulwark:data-class"), rule: "data-class-tagged" })),
  {
    off: "services bound to this account",
    type: "aws_kms_key",
    change: add("policy", { ...trusting({ Service: "sns.amazonaws.com" }, "kms:Decrypt"), Resource: "*" }),
    rule: "kms-key-policy-service-narrow",
  },
  {
    off: "alarms over TLS",
    type: "aws_sns_topic_subscription",
    change: both(set("protocol", "http"), set("endpoint", "http://security.acme.example/alarms")),
    rule: "sns-subscription-encrypted",
  },
  {
    off: "actions on a queue named",
    type: "aws_sqs_queue_policy",
    change: add("policy", { ...trusting({ Service: "sns.amazonaws.com" }, "sqs:*"), Resource: "*" }),
    rule: "sqs-queue-policy-narrow",
  },
  { off: "objects not public", type: "aws_s3_object", change: set("acl", "public-read"), rule: "s3-bucket-acl-not-public" },
  { off: "no public access list", type: "aws_s3_bucket", change: set("acl", "public-read"), rule: "s3-bucket-acl-not-public" },
  { off: "no web site", type: "aws_s3_bucket", change: set("website", { index_document: "index.html" }), rule: "s3-bucket-no-website" },
  {
    off: "no pages of others",
    type: "aws_s3_bucket",
    change: set("cors_rule", [{ allowed_methods: ["GET"], allowed_origins: ["*"] }]),
    rule: "s3-bucket-origins-named",
  },
  {
    off: "somebody who can open it",
    type: "aws_s3_bucket_policy",
    change: add("policy", { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }),
    rule: "s3-bucket-policy-no-lockout",
  },
  {
    off: "an end to broken uploads",
    type: "aws_s3_bucket_lifecycle_configuration",
    change: drop("rule.abort_incomplete_multipart_upload"),
    rule: "s3-bucket-aborts-uploads",
  },
  { off: "the schedule's key", type: "aws_scheduler_schedule", change: drop("kms_key_arn"), rule: "scheduler-customer-key" },
  {
    off: "a metric that is there",
    type: "aws_cloudwatch_metric_alarm",
    change: set("namespace", "AWS/SQS"),
    rule: "alarm-has-dimensions",
  },
];

const PUBLISH_MUTATIONS: readonly DefaultMutation[] = [
  {
    off: "HTTPS only",
    type: DISTRIBUTION,
    change: set("default_cache_behavior.viewer_protocol_policy", "allow-all"),
    rule: "cloudfront-https-only",
  },
  {
    off: "TLS 1.2 at least",
    type: DISTRIBUTION,
    change: set("viewer_certificate.minimum_protocol_version", "TLSv1"),
    rule: "cloudfront-tls",
  },
  {
    off: "a private bucket behind it",
    type: DISTRIBUTION,
    change: drop("origin.origin_access_control_id"),
    rule: "cloudfront-bucket-private",
  },
  {
    off: "no signer whose keys only the root user holds",
    type: DISTRIBUTION,
    change: set("default_cache_behavior.trusted_signers", ["self"]),
    rule: "cloudfront-key-groups",
  },
  { off: "a firewall", type: DISTRIBUTION, change: drop("web_acl_id"), rule: "cloudfront-firewalled" },
  { off: "a start page", type: DISTRIBUTION, change: drop("default_root_object"), rule: "cloudfront-root-object" },
  {
    off: "headers that protect readers",
    type: DISTRIBUTION,
    change: drop("default_cache_behavior.response_headers_policy_id"),
    rule: "cloudfront-security-headers",
  },
  {
    off: "TLS to the origin",
    type: DISTRIBUTION,
    change: set("origin.custom_origin_config", {
      http_port: 80,
      https_port: 443,
      origin_protocol_policy: "http-only",
      origin_ssl_protocols: ["TLSv1.2"],
    }),
    rule: "cloudfront-origin-tls",
  },
  {
    off: "browsers that stay with HTTPS",
    type: "aws_cloudfront_response_headers_policy",
    change: set("security_headers_config.strict_transport_security.access_control_max_age_sec", 60),
    rule: "cloudfront-hsts",
  },
  { off: "the log of visits", type: "aws_cloudwatch_log_delivery_source", change: remove, rule: "cloudfront-logged" },
];

/** The configuration and its schedules: each of them alone still is an audit. */
function removeAudit(_: Block, stack: Stack): void {
  for (const resource of Object.values(stack.resource[CLOUD_CONTROL] ?? {}))
    if (/^AWS::IoT::(AccountAuditConfiguration|ScheduledAudit)$/.test(String(resource.type_name))) remove(resource, stack);
}

const TAGGED = ["aws_iot_role_alias", "aws_iot_thing_group"];
const SECRET = "9f2c0d1e5b7a4c3d";

const DEVICE_MUTATIONS: readonly DefaultMutation[] = [
  ...TAGGED.map((type) => ({ off: "whose it is", type, change: drop("tags"), rule: "iot-resource-tagged" })),
  { off: "whose it is", type: CLOUD_CONTROL, change: inDesiredState(dropIn("Tags")), rule: "iot-resource-tagged" },
  { off: "no other client id", type: "aws_iot_policy", change: add("policy", allow("iot:Connect")), rule: "iot-policy-connect-bound" },
  { off: "no topic of others", type: "aws_iot_policy", change: add("policy", allow("iot:Publish")), rule: "iot-policy-publish-bound" },
  {
    off: "a new certificate every year",
    type: CLOUD_CONTROL,
    at: "configuration/resource",
    change: inDesiredState(
      setIn(["AuditCheckConfigurations", "DeviceCertificateAgeCheck", "Configuration", "CertAgeThresholdInDays"], "3650"),
    ),
    rule: "iot-audit-certificate-age",
  },
  { off: "telling somebody", type: CLOUD_CONTROL, change: inDesiredState(dropIn("AlertTargets")), rule: "iot-security-profile-alerts" },
  { off: "what is normal", type: CLOUD_CONTROL, change: inDesiredState(dropIn("Behaviors")), rule: "iot-security-profile-behaviors" },
  {
    off: "only AWS IoT asks for certificates",
    type: "aws_lambda_permission",
    change: set("principal", "apigateway.amazonaws.com"),
    rule: "iot-certificate-provider-callers",
  },
  {
    off: "no certificate that registers itself",
    type: "aws_iot_ca_certificate",
    change: both(set("allow_auto_registration", true), drop("registration_config")),
    rule: "iot-ca-auto-registration",
  },
  {
    off: "a device taken out of other groups",
    type: CLOUD_CONTROL,
    at: "quarantine-things/resource",
    change: inDesiredState(setIn(["ActionParams", "AddThingsToThingGroupParams", "OverrideDynamicGroups"], false)),
    rule: "iot-mitigation-effective",
  },
  {
    off: "a role for each action",
    type: CLOUD_CONTROL,
    at: "quarantine-things/resource",
    change: inDesiredState(setIn(["RoleArn"], "arn:aws:iam::111122223333:role/acme-deactivate-certificates-eu-west-1")),
    rule: "iot-mitigation-own-role",
  },
  {
    off: "no secrets in attributes",
    type: "aws_iot_thing_group",
    change: set("properties.attribute_payload", { attributes: { auth_token: SECRET } }),
    rule: "iot-no-secrets",
  },
  {
    off: "no secrets in attributes",
    type: CLOUD_CONTROL,
    at: "sensor-1.4.2/resource",
    change: inDesiredState(setIn(["Attributes"], { auth_token: SECRET })),
    rule: "iot-no-secrets",
  },
  {
    off: "no secrets in the job",
    type: CLOUD_CONTROL,
    at: "fleet/resource",
    change: inDesiredState((properties) => {
      properties.Document = JSON.stringify({ ...(JSON.parse(String(properties.Document)) as Block), auth_token: SECRET });
    }),
    rule: "iot-no-secrets",
  },
  { off: "a log of AWS IoT", type: "aws_iot_logging_options", change: remove, rule: "iot-account-logged" },
  { off: "an audit of the account", type: CLOUD_CONTROL, at: "configuration/resource", change: removeAudit, rule: "iot-account-audited" },
];

/** Defaults of single constructs that no test of the whole backend switches off. */
export const FURTHER_MUTATIONS: readonly DefaultMutation[] = [
  ...ROLE_MUTATIONS,
  ...TRUST_MUTATIONS,
  ...STORE_MUTATIONS,
  ...PUBLISH_MUTATIONS,
  ...DEVICE_MUTATIONS,
];
