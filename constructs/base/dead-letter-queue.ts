import { Construct } from "constructs";
import { CloudwatchMetricAlarm } from "#aws/cloudwatch-metric-alarm";
import { SqsQueue } from "#aws/sqs-queue";
import { SqsQueuePolicy } from "#aws/sqs-queue-policy";
import { Lazy } from "#tf";
import { BASELINE } from "../../model/baseline.js";
import type { AlertTopic } from "./alert-topic.js";
import type { BackendContext, InContext } from "./backend-context.js";
import type { DataKey } from "./data-key.js";
import { denyPlainText, policyDocument, type Statement } from "./policy-document.js";
import type { ServiceRole } from "./service-role.js";

export interface DeadLetterQueueProps extends InContext {
  /** Names the queue: `<product>-<purpose>`. @wiring */
  readonly purpose: string;
  /** Key of the messages. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** What a person does when something lands here; goes into the alarm. @obligation OBL-INC-2 */
  readonly runbook: string;
  /** Seconds a message waits for someone. SQS takes at most 1,209,600. @default 1209600 @obligation OBL-CONS-5 @accept sqs-dead-letter-retention */
  readonly retentionSeconds?: number;
}

/**
 * Where what could not be processed goes, with an alarm on the first message and one on a message nobody looked at.
 * @obligation OBL-CONS-5 @obligation OBL-INC-3
 * @setting sqs-dead-letter-retention: a message waits 1209600 seconds for somebody, the longest SQS knows
 * @setting sqs-queue-customer-key: messages are encrypted with a key of your own
 * @setting sqs-queue-tls-only: requests without TLS are refused
 * @setting sqs-queue-policy-narrow: the policy names each action and who may send
 * @setting alarm-has-action: the first message rings, and so does one that has waited 86400 seconds
 * @cost the two alarms; messages are rare by design
 */
export class DeadLetterQueue extends Construct {
  readonly queue: SqsQueue;
  readonly policy: SqsQueuePolicy;
  readonly depthAlarm: CloudwatchMetricAlarm;
  readonly ageAlarm: CloudwatchMetricAlarm;
  readonly queueName: string;
  /** Literal, known before apply. */
  readonly arn: string;
  private readonly key: DataKey;
  private readonly context: BackendContext;
  private readonly senders: Statement[] = [];

  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id);
    const { context, purpose, key, retentionSeconds } = props;
    this.key = key;
    this.context = context;
    this.queueName = context.name(purpose);
    this.arn = context.arn("sqs", this.queueName);
    const hardening = context.hardening(this);
    this.queue = new SqsQueue(this, "queue", {
      name: this.queueName,
      kmsMasterKeyId: key.arn,
      kmsDataKeyReusePeriodSeconds: 300,
      messageRetentionSeconds: hardening.atLeast(
        "sqs-dead-letter-retention",
        "message_retention_seconds",
        retentionSeconds,
        BASELINE.queues.deadLetterRetentionSeconds,
      ),
      tags: context.tags(key.dataClass),
    });
    hardening.bind(this.queue);
    this.policy = new SqsQueuePolicy(this, "policy", {
      queueUrl: this.queue.url,
      policy: Lazy.stringValue({ produce: () => policyDocument([...this.senders, denyPlainText("sqs:*", this.arn)]) }),
    });
    this.depthAlarm = this.alarm("depth", props, {
      metricName: "ApproximateNumberOfMessagesVisible",
      threshold: 0,
      what: "something could not be processed",
    });
    this.ageAlarm = this.alarm("age", props, {
      metricName: "ApproximateAgeOfOldestMessage",
      threshold: 86_400,
      what: "a failed message has waited a day",
    });
  }

  /** Lets a role send here, and encrypt what it sends. */
  grantSend(role: ServiceRole): void {
    role.allow("DeadLetters", ["sqs:SendMessage"], [this.arn]);
    this.key.grantRole(role, "sqs", ["kms:Decrypt", "kms:GenerateDataKey"]);
  }

  /** Lets a service send here that has no role to do it with, for its resources of this account that match the ARN pattern. */
  grantService(sid: string, service: string, sourceArn: string): void {
    this.senders.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sqs:SendMessage",
      Resource: this.arn,
      Condition: this.context.sourceConditions(sourceArn),
    });
    this.key.grantService(service, sourceArn, ["kms:Decrypt", "kms:GenerateDataKey*"]);
  }

  private alarm(
    id: string,
    { context, alerts, runbook }: DeadLetterQueueProps,
    on: { metricName: string; threshold: number; what: string },
  ): CloudwatchMetricAlarm {
    return new CloudwatchMetricAlarm(this, `${id}-alarm`, {
      alarmName: `${this.queueName}-${id}`,
      alarmDescription: `${this.queueName}: ${on.what}. ${runbook}${context.seeRunbook(`${this.queueName}-${id}`)}`,
      namespace: "AWS/SQS",
      metricName: on.metricName,
      dimensions: { QueueName: this.queueName },
      statistic: "Maximum",
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: on.threshold,
      treatMissingData: "notBreaching",
      alarmActions: [alerts.topic.arn],
      okActions: [alerts.topic.arn],
      tags: context.tags("alerts"),
    });
  }
}
