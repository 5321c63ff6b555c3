import { Construct } from "constructs";
import { IotTopicRule } from "#aws/iot-topic-rule";
import { BulwarkError } from "../../model/errors.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { DeadLetterQueue } from "../base/dead-letter-queue.js";
import { ServiceRole } from "../base/service-role.js";
import type { TelemetryLake } from "./telemetry-lake.js";

export interface TelemetryRuleProps extends InContext {
  /** Where telemetry is kept. @wiring */
  readonly lake: TelemetryLake;
  /** Key of the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Fields of a telemetry message that are kept; whatever else a device sends goes nowhere. @obligation OBL-DATA-5 */
  readonly fields: readonly string[];
  /** Seconds a message that could not be stored waits. @default 1209600 @obligation OBL-CONS-5 @accept sqs-dead-letter-retention */
  readonly deadLetterRetentionSeconds?: number;
}

/**
 * From `dt/<product>/<thing>/telemetry` to the lake: named fields only, and nothing lost in silence.
 * @obligation OBL-DATA-5 @obligation OBL-CONS-5
 * @setting iot-topic-rule-narrow: named fields of one topic filter are kept, the rest goes nowhere
 * @setting iot-topic-rule-error-action: what cannot be delivered goes to a queue with alarms
 * @setting iot-topic-rule-sink-fixed: no device chooses where its data goes
 * @setting iot-topic-rule-sql-version: the dialect is pinned (2016-03-23)
 * @cost messages of devices: the rule and its action run for each
 */
export class TelemetryRule extends Construct {
  readonly rule: IotTopicRule;
  readonly deliverRole: ServiceRole;
  readonly errorRole: ServiceRole;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: TelemetryRuleProps) {
    super(scope, id);
    const { context, lake, key, alerts, fields, deadLetterRetentionSeconds } = props;
    this.requireFields(fields);
    const ruleName = `${context.product.replaceAll("-", "_")}_telemetry`;
    this.deadLetters = new DeadLetterQueue(this, "dead-letters", {
      context,
      purpose: "telemetry-failed",
      key,
      alerts,
      runbook: "Read a message: it names the rule action and the error. Replay once mended.",
      retentionSeconds: deadLetterRetentionSeconds,
    });
    const role = (purpose: string, description: string): ServiceRole =>
      new ServiceRole(this, purpose, {
        context,
        purpose,
        service: "iot.amazonaws.com",
        sourceArn: context.arn("iot", `rule/${ruleName}`),
        dataClass: "telemetry",
        description,
      });
    this.deliverRole = role("telemetry-deliver", "Lets the telemetry rule write to the stream");
    lake.grantPut(this.deliverRole);
    this.errorRole = role("telemetry-error", "Lets the telemetry rule report what it could not deliver");
    this.deadLetters.grantSend(this.errorRole);

    this.rule = new IotTopicRule(this, "rule", {
      name: ruleName,
      description: "Telemetry to the lake",
      enabled: true,
      sqlVersion: "2016-03-23",
      sql: `SELECT topic(3) AS thing, timestamp() AS received, ${fields.join(", ")} FROM 'dt/${context.product}/+/telemetry'`,
      firehose: [{ deliveryStreamName: lake.stream.name, roleArn: this.deliverRole.role.arn, separator: "\n" }],
      errorAction: { sqs: { queueUrl: this.deadLetters.queue.url, roleArn: this.errorRole.role.arn, useBase64: false } },
      tags: context.tags("telemetry"),
      dependsOn: [this.deliverRole.policy, this.errorRole.policy],
    });
  }

  private requireFields(fields: readonly string[]): void {
    const wrong = fields.length === 0 ? "[]" : fields.find((field) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(field));
    if (wrong !== undefined)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "telemetryFields",
        given: wrong,
        problem: "name at least one field; a name is letters, digits and _",
      });
  }
}
