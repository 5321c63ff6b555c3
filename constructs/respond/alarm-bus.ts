import { Construct } from "constructs";
import { CloudwatchEventBus } from "#aws/cloudwatch-event-bus";
import { CloudwatchEventRule } from "#aws/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "#aws/cloudwatch-event-target";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { DeadLetterQueue } from "../base/dead-letter-queue.js";
import type { ServiceRole } from "../base/service-role.js";

export interface AlarmBusProps extends InContext {
  /** Key of the bus and its dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
}

/**
 * Where alarms of the detectors go (`Bulwark Alarm`, detail `bulwark.alarm/1`): every one to the people of the alert topic, and to whoever adds
 * a rule. @obligation OBL-CONS-4 @obligation OBL-INC-1
 * @setting sqs-queue-customer-key: an alarm that reached nobody waits encrypted with a key of your own
 * @setting alarm-has-action: and rings
 * @cost alarms, which are few
 */
export class AlarmBus extends Construct {
  readonly bus: CloudwatchEventBus;
  readonly busName: string;
  /** Literal, known before apply. */
  readonly arn: string;
  readonly toPeople: CloudwatchEventRule;
  readonly toPeopleTarget: CloudwatchEventTarget;
  readonly deadLetters: DeadLetterQueue;
  private readonly key: DataKey;

  constructor(scope: Construct, id: string, { context, key, alerts }: AlarmBusProps) {
    super(scope, id);
    this.key = key;
    this.busName = context.name("alarms");
    this.arn = context.arn("events", `event-bus/${this.busName}`);
    this.deadLetters = new DeadLetterQueue(this, "dead-letters", {
      context,
      purpose: "alarms-failed",
      key,
      alerts,
      runbook:
        "An alarm reached nobody or nothing was done about it: read the message, act on the alarm in it by hand, then mend the target.",
    });
    this.deadLetters.grantService("Rules", "events.amazonaws.com", this.ruleArn(context, "*"));
    // Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
    key.grantService("events.amazonaws.com", this.arn, ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"]);
    key.grantAccountThrough("events", ["kms:DescribeKey"]);
    this.bus = new CloudwatchEventBus(this, "bus", {
      name: this.busName,
      description: "Alarms of the detectors",
      kmsKeyIdentifier: key.arn,
      tags: context.tags(key.dataClass),
    });
    alerts.allowEvents();
    this.toPeople = new CloudwatchEventRule(this, "to-people", {
      name: context.name("alarms-to-people"),
      description: "Every alarm is told to a person",
      eventBusName: this.bus.name,
      eventPattern: JSON.stringify({ source: ["bulwark.detection"], "detail-type": ["Bulwark Alarm"] }),
      tags: context.tags("alerts"),
    });
    this.toPeopleTarget = new CloudwatchEventTarget(this, "to-people-target", {
      rule: this.toPeople.name,
      eventBusName: this.bus.name,
      targetId: "alerts",
      arn: alerts.topic.arn,
      deadLetterConfig: { arn: this.deadLetters.queue.arn },
      inputTransformer: {
        inputPaths: {
          title: "$.detail.title",
          severity: "$.detail.alarm.severity",
          key: "$.detail.key",
          metric: "$.detail.alarm.metric",
          observed: "$.detail.alarm.observed",
          expected: "$.detail.alarm.expected",
          response: "$.detail.response",
          runbook: "$.detail.runbook",
        },
        inputTemplate: `"${context.product}: <title> (<severity>). <metric> <observed>, expected <expected>. Response: <response>. <runbook> [<key>]"`,
      },
      dependsOn: [alerts.policy, this.deadLetters.policy],
    });
  }

  ruleArn(context: InContext["context"], name: string): string {
    return context.arn("events", `rule/${this.busName}/${name}`);
  }

  /** Lets a role put alarms on the bus. */
  grantPut(role: ServiceRole): void {
    role.allow("Alarms", ["events:PutEvents"], [this.arn]);
    this.key.grantRole(role, "events", ["kms:Decrypt", "kms:GenerateDataKey"]);
  }
}
