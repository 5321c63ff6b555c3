import { Construct } from "constructs";
import { CloudwatchEventRule } from "#aws/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "#aws/cloudwatch-event-target";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";

type Pattern = string | number | null | { readonly [operator: string]: unknown };

/** The parts of an EventBridge pattern used here. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export interface EventPattern {
  /** Who sends the event, such as `aws.guardduty`. @wiring */
  readonly source: readonly string[];
  /** Kind of event, as its service calls it. @wiring */
  readonly "detail-type": readonly string[];
  /** What its fields must hold. @default anything @wiring */
  readonly detail?: { readonly [field: string]: readonly Pattern[] | { readonly [field: string]: unknown } };
}

export interface EventAlertProps extends InContext {
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Names the rule: `<product>-<purpose>`. @wiring */
  readonly purpose: string;
  /** What has happened when the rule matches. @obligation OBL-INC-1 */
  readonly what: string;
  /** What a person does about it; a sentence or a link. @obligation OBL-INC-2 */
  readonly runbook: string;
  /** Which events are told. @obligation OBL-INC-1 */
  readonly pattern: EventPattern;
}

/**
 * An event of an AWS service on its way to the alert topic, with the words a person needs. @obligation OBL-INC-1
 * @cost nothing; events of AWS services are free
 */
export class EventAlert extends Construct {
  readonly rule: CloudwatchEventRule;
  readonly target: CloudwatchEventTarget;

  constructor(scope: Construct, id: string, { context, alerts, purpose, what, runbook, pattern }: EventAlertProps) {
    super(scope, id);
    alerts.allowEvents();
    this.rule = new CloudwatchEventRule(this, "rule", {
      name: context.name(purpose),
      description: `${what}. ${runbook}`,
      eventPattern: JSON.stringify(pattern),
      state: "ENABLED",
      tags: context.tags("alerts"),
    });
    this.target = new CloudwatchEventTarget(this, "target", {
      rule: this.rule.name,
      targetId: "alerts",
      arn: alerts.topic.arn,
      inputTransformer: {
        inputPaths: { time: "$.time", resources: "$.resources", detail: "$.detail" },
        inputTemplate: JSON.stringify({ what, runbook, time: "<time>", resources: "<resources>", detail: "<detail>" }).replace(
          /"<(resources|detail)>"/g,
          "<$1>",
        ),
      },
      dependsOn: [alerts.policy],
    });
  }
}
