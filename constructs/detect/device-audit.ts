import { Construct } from "constructs";
import { BASELINE } from "../../model/baseline.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { BackendContext, InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { ACCOUNT_AUDIT_CONFIGURATION, SCHEDULED_AUDIT } from "../base/cfn-typed-audit.js";
import { ServiceRole } from "../base/service-role.js";
import { AUDIT_CHECKS } from "./audit-checks.js";

export interface DeviceAuditProps extends InContext {
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Age in days at which a device certificate is due for a new one, 30-3652. @default 365 @obligation OBL-IAM-6 @accept iot-audit-certificate-age */
  readonly certificateAgeDays?: number;
}

/**
 * Device Defender Audit over the account's devices: every check on, the urgent ones every day, all of them every Monday, findings to the alert
 * topic. The configuration is one an account and region: one stack owns it. @obligation OBL-CONS-1 @obligation OBL-RISK-4
 * @setting iot-audit-checks-on: every check of Device Defender Audit is on
 * @setting iot-audit-scheduled: every check that is on is scheduled
 * @setting iot-audit-frequent: urgent checks run `DAILY`, all of them `WEEKLY`
 * @setting iot-audit-notifies: findings go to the alert topic
 * @setting iot-audit-certificate-age: a device certificate is old after 365 days
 * @cost devices that are audited
 * Source: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
 */
export class DeviceAudit extends Construct {
  readonly configuration: CfnTyped<typeof ACCOUNT_AUDIT_CONFIGURATION>;
  readonly daily: CfnTyped<typeof SCHEDULED_AUDIT>;
  readonly weekly: CfnTyped<typeof SCHEDULED_AUDIT>;
  readonly auditRole: ServiceRole;
  readonly notifyRole: ServiceRole;

  constructor(scope: Construct, id: string, { context, alerts, certificateAgeDays }: DeviceAuditProps) {
    super(scope, id);
    // "arn:...:iot:REGION:ACCOUNT:" is the source; a pattern for the last part takes it and nobody else's.
    // Source: https://docs.aws.amazon.com/iot-device-defender/latest/devguide/cross-service-confused-deputy-prevention.html
    const role = (purpose: string, description: string): ServiceRole =>
      new ServiceRole(this, purpose, {
        context,
        purpose,
        service: "iot.amazonaws.com",
        sourceArn: context.arn("iot", "*"),
        dataClass: "audit",
        description,
      });
    this.auditRole = role("device-audit", "What Device Defender Audit may look at");
    for (const [sid, actions, resources] of looksAt(context)) this.auditRole.allow(sid, actions, resources);
    this.notifyRole = role("device-audit-notify", "Lets Device Defender Audit tell what it found");
    alerts.grantPublish(this.notifyRole);

    const hardening = context.hardening(this);
    const age = hardening.atMost(
      "iot-audit-certificate-age",
      "AuditCheckConfigurations.DeviceCertificateAgeCheck.Configuration.CertAgeThresholdInDays",
      certificateAgeDays,
      BASELINE.identity.deviceCertificateDays,
    );
    const on = Object.fromEntries(AUDIT_CHECKS.map(({ property }) => [property, { Enabled: true }]));
    this.configuration = new CfnTyped(this, "configuration", {
      context,
      type: ACCOUNT_AUDIT_CONFIGURATION,
      dataClass: "audit",
      dependsOn: [this.auditRole.policy, this.notifyRole.policy],
      properties: {
        AccountId: context.account,
        RoleArn: this.auditRole.arn,
        AuditCheckConfigurations: {
          ...on,
          DeviceCertificateAgeCheck: { Enabled: true, Configuration: { CertAgeThresholdInDays: String(age) } },
        },
        AuditNotificationTargetConfigurations: { Sns: { Enabled: true, TargetArn: alerts.arn, RoleArn: this.notifyRole.arn } },
      },
    });
    hardening.bind(this.configuration.resource);

    const schedule = (purpose: "daily" | "weekly", when: Schedule, names: readonly string[]): CfnTyped<typeof SCHEDULED_AUDIT> =>
      new CfnTyped(this, purpose, {
        context,
        type: SCHEDULED_AUDIT,
        dataClass: "audit",
        // AWS refuses a schedule for a check that is not on.
        dependsOn: [this.configuration.resource],
        properties: { ScheduledAuditName: context.name(`audit-${purpose}`), ...when, TargetCheckNames: names },
      });
    this.daily = schedule(
      "daily",
      { Frequency: "DAILY" },
      AUDIT_CHECKS.filter(({ daily }) => daily).map(({ name }) => name),
    );
    this.weekly = schedule(
      "weekly",
      { Frequency: "WEEKLY", DayOfWeek: "MON" },
      AUDIT_CHECKS.map(({ name }) => name),
    );
  }
}

type Schedule = { readonly Frequency: "DAILY" } | { readonly Frequency: "WEEKLY"; readonly DayOfWeek: "MON" };

/**
 * The actions of the managed policy AWSIoTDeviceDefenderAudit, each on the kind of resource it can name.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSIoTDeviceDefenderAudit.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html
 */
function looksAt(context: BackendContext): readonly (readonly [sid: string, actions: readonly string[], resources: readonly string[]])[] {
  const iot = (resource: string): string => context.arn("iot", resource);
  return [
    [
      "Lists",
      [
        "iot:GetLoggingOptions",
        "iot:GetV2LoggingOptions",
        "iot:ListCACertificates",
        "iot:ListCertificates",
        "iot:ListPolicies",
        "iot:ListRoleAliases",
        "iam:GetServiceLastAccessedDetails",
      ],
      ["*"],
    ],
    ["Certificates", ["iot:DescribeCACertificate", "iot:DescribeCertificate"], [iot("cacert/*"), iot("cert/*")]],
    ["Policies", ["iot:GetPolicy", "iot:GetEffectivePolicies"], [iot("policy/*"), iot("cert/*")]],
    ["Aliases", ["iot:DescribeRoleAlias"], [iot("rolealias/*")]],
    ["Pools", ["cognito-identity:GetIdentityPoolRoles"], [context.arn("cognito-identity", "identitypool/*")]],
    [
      "Roles",
      [
        "iam:GetRole",
        "iam:ListRolePolicies",
        "iam:ListAttachedRolePolicies",
        "iam:GetRolePolicy",
        "iam:GenerateServiceLastAccessedDetails",
      ],
      [context.roleArn("*")],
    ],
    [
      "RolePolicies",
      ["iam:GetPolicy", "iam:GetPolicyVersion"],
      [`arn:${context.partition}:iam::${context.account}:policy/*`, `arn:${context.partition}:iam::aws:policy/*`],
    ],
  ];
}
