import { add, both, drop, type Mutation, remove, set, statement } from "../mutations.js";

const IOT = "arn:aws:iot:eu-west-1:111122223333:";
const THING = "$${iot:Connection.Thing.ThingName}";
const allow = (
  Action: string | readonly string[],
  Resource: string,
): { Effect: string; Action: string | readonly string[]; Resource: string } => ({ Effect: "Allow", Action, Resource });
const TOPIC_RULE = { type: "aws_iot_topic_rule", path: "telemetry/rule" };
const DEVICE_POLICY = { type: "aws_iot_policy", path: "device-policy/policy" };
const CLAIM_POLICY = { type: "aws_iot_policy", path: "provisioning/claim/policy" };
const ENDPOINT = { type: "aws_iot_domain_configuration", path: "endpoint/domain" };

/** Who a device is and what it may do: secure defaults of the smart home, each switched off. */
export const IDENTITY_MUTATIONS: readonly Mutation[] = [
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
      found.Resource = `${IOT}topic/dt/*`;
    }),
    rule: "iot-policy-publish-bound",
  },
  {
    off: "subscribe to the own topics only",
    ...DEVICE_POLICY,
    change: add("policy", allow("iot:Subscribe", `${IOT}topicfilter/dt/+/+/telemetry`)),
    rule: "iot-policy-read-bound",
  },
  {
    off: "no retained messages",
    ...DEVICE_POLICY,
    change: add("policy", allow("iot:RetainPublish", `${IOT}topic/dt/acme/${THING}/*`)),
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
    change: add("policy", allow("iot:Publish", `${IOT}topic/dt/telemetry`)),
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
    off: "no shell of the console attached",
    type: "aws_iam_role",
    path: "provisioning/role/role",
    change: set("managed_policy_arns", ["arn:aws:iam::aws:policy/AWSCloudShellFullAccess"]),
    rule: "iam-no-cloudshell",
  },
  {
    off: "credentials for one device's own needs",
    type: "aws_iam_role",
    path: "credentials/role/role",
    change: set("managed_policy_arns", ["arn:aws:iam::aws:policy/SecurityAudit"]),
    rule: "iot-role-alias-role-narrow",
    fails: { type: "aws_iot_role_alias", path: "credentials/alias" },
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
];
