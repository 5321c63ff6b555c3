import { Construct } from "constructs";
import { CloudwatchLogMetricFilter } from "#aws/cloudwatch-log-metric-filter";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { SecureLogGroup } from "../base/secure-log-group.js";
import { OperatorAlarm, type RunbookProps } from "./operator-alarm.js";

export interface AccountAlarmsProps extends InContext, RunbookProps {
  /** Log group of the audit trail. @obligation OBL-CONS-5 */
  readonly trailLog: SecureLogGroup;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
}

interface Watch {
  readonly id: string;
  readonly pattern: string;
  readonly what: string;
  readonly runbook: string;
  /** Events within five minutes that are still normal. */
  readonly normal?: number;
}

/** Any of the calls of one service. */
const calls = (source: string, ...names: readonly string[]): string =>
  `{ $.eventSource = "${source}.amazonaws.com" && (${names.map((name) => `$.eventName = "${name}"`).join(" || ")}) }`;

/**
 * What nobody should do in an account that runs a fleet, or only on purpose: after the monitoring chapter of the CIS AWS Foundations
 * Benchmark, with what a backend of devices adds. Source of the pattern language:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export const ACCOUNT_WATCHES: readonly Watch[] = [
  {
    id: "root-used",
    pattern: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    what: "The root user of the account was used",
    runbook: "Nobody works as root: find out who did, or take it for stolen.",
  },
  {
    id: "sign-in-without-second-factor",
    pattern:
      '{ $.eventName = "ConsoleLogin" && $.userIdentity.type = "IAMUser" && $.responseElements.ConsoleLogin = "Success" && $.additionalEventData.MFAUsed != "Yes" }',
    what: "Somebody signed in to the console without a second factor",
    runbook: "Disable the sign-in until the factor is enrolled.",
  },
  {
    id: "calls-refused",
    pattern: '{ $.errorCode = "*UnauthorizedOperation" || $.errorCode = "AccessDenied*" }',
    what: "Many calls were refused within five minutes",
    runbook: "Group them by role: a role that tries what it never did may be stolen.",
    normal: 50,
  },
  {
    id: "trail-touched",
    pattern: calls("cloudtrail", "StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"),
    what: "The audit trail was stopped or changed",
    runbook: "Turn it on again first, then ask why. Evidence of the time between is in the event history for 90 days.",
  },
  {
    id: "watchers-touched",
    pattern:
      '{ $.eventName = "StopConfigurationRecorder" || $.eventName = "DeleteConfigurationRecorder" || $.eventName = "DeleteDetector" || $.eventName = "DisableSecurityHub" || $.eventName = "DeleteAnalyzer" }',
    what: "A watcher of the account was switched off",
    runbook: "Switch it on again; whoever did so without a change request is suspended.",
  },
  {
    id: "key-ending",
    pattern: calls("kms", "DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"),
    what: "A key was disabled, set to be deleted or given another policy",
    runbook: "Cancel the deletion unless it was planned: what the key protects is lost with it.",
  },
  {
    id: "rights-changed",
    pattern: calls(
      "iam",
      "PutRolePolicy",
      "AttachRolePolicy",
      "UpdateAssumeRolePolicy",
      "CreateUser",
      "CreateAccessKey",
      "CreatePolicyVersion",
    ),
    what: "Rights in the account were changed",
    runbook: "Hold it against the deployments of the hour; what belongs to none is taken back.",
  },
  {
    id: "bucket-opened",
    pattern: calls("s3", "PutBucketPolicy", "DeleteBucketPolicy", "PutBucketAcl", "PutBucketPublicAccessBlock", "DeletePublicAccessBlock"),
    what: "Who may reach a bucket was changed",
    runbook: "Hold it against the deployments of the hour; deploy again to put it right.",
  },
  {
    id: "device-rights-changed",
    pattern: calls("iot", "CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicy", "DetachPolicy", "SetV2LoggingOptions"),
    what: "What devices may do was changed",
    runbook: "A wider device policy opens the whole fleet at once: set the former version as default, then ask.",
  },
  {
    id: "enrolment-changed",
    pattern: calls(
      "iot",
      "RegisterCACertificate",
      "UpdateCACertificate",
      "UpdateProvisioningTemplate",
      "CreateProvisioningTemplateVersion",
    ),
    what: "How devices get their identity was changed",
    runbook: "Disable the provisioning template until it is clear who did this.",
  },
  {
    id: "signing-changed",
    pattern: calls(
      "signer",
      "PutSigningProfile",
      "CancelSigningProfile",
      "AddProfilePermission",
      "RevokeSigningProfile",
      "RevokeSignature",
    ),
    what: "Who may sign firmware, or what counts as signed, was changed",
    runbook: "Hold releases until the profile is as the last release review left it.",
  },
];

/**
 * Metric filters on the trail's log with an alarm each. @obligation OBL-INC-1 @obligation OBL-CONS-5 @obligation OBL-IAM-6
 * @setting alarm-has-action: every alarm reaches the alert topic
 * @setting alarm-has-dimensions: every alarm watches a metric that is there
 * @cost the alarms: each watch is one, on a metric of its own
 */
export class AccountAlarms extends Construct {
  readonly filters: readonly CloudwatchLogMetricFilter[];
  readonly alarms: readonly OperatorAlarm[];

  constructor(scope: Construct, id: string, { context, trailLog, alerts, runbookUrl }: AccountAlarmsProps) {
    super(scope, id);
    const namespace = `Bulwark/${context.product}`;
    this.filters = ACCOUNT_WATCHES.map(
      (watch) =>
        new CloudwatchLogMetricFilter(this, `${watch.id}-filter`, {
          name: context.name(watch.id),
          logGroupName: trailLog.group.name,
          pattern: watch.pattern,
          metricTransformation: { name: watch.id, namespace, value: "1", defaultValue: "0" },
        }),
    );
    this.alarms = ACCOUNT_WATCHES.map(
      ({ id: purpose, what, runbook, normal }) =>
        new OperatorAlarm(this, purpose, {
          context,
          alerts,
          purpose,
          what,
          runbook,
          namespace,
          metric: purpose,
          above: normal ?? 0,
          ...(runbookUrl === undefined ? {} : { runbookUrl }),
        }),
    );
  }
}
