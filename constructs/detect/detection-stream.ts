import { Construct } from "constructs";
import { CloudwatchLogSubscriptionFilter } from "#aws/cloudwatch-log-subscription-filter";
import { IotTopicRule } from "#aws/iot-topic-rule";
import { KinesisStream } from "#aws/kinesis-stream";
import type { ITerraformDependable } from "#tf";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { DeadLetterQueue } from "../base/dead-letter-queue.js";
import { ServiceRole } from "../base/service-role.js";

export interface DetectionStreamProps extends InContext {
  /** Key of the stream and the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** What makes the AWS IoT log group; absent where another stack made it. @default none @wiring */
  readonly logGroup?: ITerraformDependable;
}

/** A week: a fault that stops detection over a weekend loses nothing. */
const RETENTION_HOURS = 168;
/** Source: https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html */
const IOT_LOG_GROUP = "AWSIotLogsV2";

/**
 * What AWS IoT tells of the fleet, in one encrypted stream: who came and went, who subscribed, how updates ended, how much each device sent
 * (never what), and from the AWS IoT log every refusal. @obligation OBL-CONS-1 @obligation OBL-CONS-3
 * @setting kinesis-stream-customer-key: events are encrypted with a key of your own
 * @setting kinesis-retention: events are kept for 168 hours, so that a weekend without detection loses nothing
 * @setting iot-topic-rule-error-action: what a rule cannot deliver goes to a queue with alarms
 * @setting iot-topic-rule-narrow: rules take named fields, never the message of a device
 * @setting iot-topic-rule-sql-version: rules pin their dialect (2016-03-23)
 * @cost events of the fleet, and a rule and a record more for each message a device sends
 */
export class DetectionStream extends Construct {
  readonly stream: KinesisStream;
  readonly streamName: string;
  /** Literal, known before apply. */
  readonly arn: string;
  readonly rules: readonly IotTopicRule[];
  readonly refusals: CloudwatchLogSubscriptionFilter;
  readonly ruleRole: ServiceRole;
  readonly logRole: ServiceRole;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { context, key, alerts, logGroup }: DetectionStreamProps) {
    super(scope, id);
    this.streamName = context.name("detection");
    this.arn = context.arn("kinesis", `stream/${this.streamName}`);
    this.stream = new KinesisStream(this, "stream", {
      name: this.streamName,
      streamModeDetails: { streamMode: "ON_DEMAND" },
      encryptionType: "KMS",
      kmsKeyId: key.arn,
      retentionPeriod: RETENTION_HOURS,
      tags: context.tags(key.dataClass),
    });
    this.deadLetters = new DeadLetterQueue(this, "dead-letters", {
      context,
      purpose: "detection-sources-failed",
      key,
      alerts,
      runbook: "Detection misses events of the fleet: read the message for the rule and the error, and look at the stream's throttles.",
    });
    const prefix = `${context.product.replaceAll("-", "_")}_detect`;
    this.ruleRole = this.writer("detection-rules", "iot.amazonaws.com", context.arn("iot", `rule/${prefix}_*`), context, key);
    this.deadLetters.grantSend(this.ruleRole);
    this.rules = sources(context.product).map(
      ({ name, description, sql, partition }) =>
        new IotTopicRule(this, name, {
          name: `${prefix}_${name}`,
          description,
          enabled: true,
          sqlVersion: "2016-03-23",
          sql,
          // One device's events stay in one shard and so in order.
          kinesis: [{ streamName: this.stream.name, partitionKey: `$\${${partition}}`, roleArn: this.ruleRole.role.arn }],
          errorAction: { sqs: { queueUrl: this.deadLetters.queue.url, roleArn: this.ruleRole.role.arn, useBase64: false } },
          tags: context.tags(key.dataClass),
          dependsOn: [this.ruleRole.policy],
        }),
    );
    this.logRole = this.writer(
      "detection-log",
      `logs.${context.region}.amazonaws.com`,
      context.arn("logs", `log-group:${IOT_LOG_GROUP}:*`),
      context,
      key,
    );
    this.refusals = new CloudwatchLogSubscriptionFilter(this, "refusals", {
      name: context.name("detection"),
      logGroupName: IOT_LOG_GROUP,
      filterPattern: REFUSALS,
      destinationArn: this.stream.arn,
      roleArn: this.logRole.role.arn,
      distribution: "ByLogStream",
      dependsOn: [this.logRole.policy, ...(logGroup === undefined ? [] : [logGroup])],
    });
  }

  /** Lets a role read the stream. Source: https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
  grantRead(role: ServiceRole, key: DataKey): void {
    role.allow(
      "Stream",
      ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
      [this.arn],
    );
    key.grantRole(role, "kinesis", ["kms:Decrypt"]);
  }

  private writer(purpose: string, service: string, sourceArn: string, context: InContext["context"], key: DataKey): ServiceRole {
    const role = new ServiceRole(this, `${purpose}-role`, {
      context,
      purpose,
      service,
      sourceArn,
      dataClass: key.dataClass,
      description: "Lets what is told of the fleet into the detection stream",
    });
    role.allow("Stream", ["kinesis:PutRecord", "kinesis:PutRecords"], [this.arn]);
    key.grantRole(role, "kinesis", ["kms:GenerateDataKey"]);
    return role;
  }
}

/**
 * Refusals only: a success in the log says nothing that the events do not. Failed connects come from here and not from `connect_failed`, which
 * leaves out client ids that hold `#` or `+`.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
const REFUSALS =
  '{ ($.status = "Failure") && (($.eventType = "Connect") || ($.eventType = "Connection.AuthNError") || ($.eventType = "Publish-In") || ($.eventType = "Subscribe")) }';

interface Source {
  readonly name: string;
  readonly description: string;
  readonly sql: string;
  readonly partition: string;
}

/** The shapes backend/detection/aws-events.ts reads. Source: https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html */
function sources(product: string): readonly Source[] {
  const ours = `startswith(clientId, '${product}-')`;
  return [
    {
      name: "presence",
      description: "Who came and went",
      sql: `SELECT clientId, thingName, timestamp, eventType, principalIdentifier, ipAddress, disconnectReason FROM '$aws/events/presence/#' WHERE eventType <> 'connect_failed' AND ${ours}`,
      partition: "clientId",
    },
    {
      name: "subscriptions",
      description: "Who asked for which topics",
      sql: `SELECT clientId, thingName, timestamp, eventType, topics FROM '$aws/events/subscriptions/#' WHERE ${ours}`,
      partition: "clientId",
    },
    {
      name: "updates",
      description: "How updates ended",
      sql: "SELECT eventType, timestamp, jobId, thingArn, status, statusDetails FROM '$aws/events/jobExecution/#'",
      partition: "thingArn",
    },
    {
      name: "volume",
      description: "How much each device sent, not what",
      // The length in base64 is the only measure of a payload the rules engine has.
      sql: `SELECT 'published' AS eventType, timestamp() AS timestamp, topic(3) AS thing, topic() AS topic, length(encode(*, 'base64')) AS size64 FROM 'dt/${product}/+/#'`,
      partition: "topic(3)",
    },
  ];
}
