import { Construct } from "constructs";
import { IotTopicRule } from "#aws/iot-topic-rule";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { DeadLetterQueue } from "../base/dead-letter-queue.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";

export interface JobEventsProps extends InContext {
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Key of the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

/**
 * What becomes of each update, device by device, in a kept log, and a message to a person when one is cancelled: that is how a job ends that
 * stopped itself. AWS IoT publishes these events once `IotLogging` has switched them on. @obligation OBL-SDLC-6 @obligation OBL-INC-1
 * @setting iot-topic-rule-error-action: an event that was not recorded goes to a queue with alarms
 * @setting iot-topic-rule-narrow: named fields are kept
 * @setting log-group-retention: how each update went is kept for 365 days
 * @cost updates: an event or more for each device
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/events-jobs.html
 */
export class JobEvents extends Construct {
  readonly logGroup: SecureLogGroup;
  readonly executions: IotTopicRule;
  readonly jobs: IotTopicRule;
  readonly cancelled: IotTopicRule;
  readonly role: ServiceRole;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { context, alerts, key, logKey, logRetentionDays }: JobEventsProps) {
    super(scope, id);
    const name = (purpose: string): string => `${context.product.replaceAll("-", "_")}_${purpose}`;
    this.logGroup = new SecureLogGroup(this, "log", {
      context,
      logGroupName: `/aws/iot/${context.name("jobs")}`,
      key: logKey,
      retentionDays: logRetentionDays,
    });
    this.deadLetters = new DeadLetterQueue(this, "dead-letters", {
      context,
      purpose: "job-events-failed",
      key,
      alerts,
      runbook: "An update's event was not recorded: read the message, and ask AWS IoT for the job's executions.",
    });
    this.role = new ServiceRole(this, "role", {
      context,
      purpose: "job-events",
      service: "iot.amazonaws.com",
      sourceArn: context.arn("iot", `rule/${name("job_")}*`),
      dataClass: "firmware",
      description: "Lets the rules on job events write their log, tell a person and report what failed",
    });
    this.role.allow("Log", ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], [`${this.logGroup.arn}:*`]);
    this.deadLetters.grantSend(this.role);
    alerts.grantPublish(this.role);
    const roleArn = this.role.role.arn;
    const rule = (purpose: string, description: string, sql: string, action: object): IotTopicRule =>
      new IotTopicRule(this, purpose, {
        name: name(`job_${purpose}`),
        description,
        enabled: true,
        sqlVersion: "2016-03-23",
        sql,
        ...action,
        errorAction: { sqs: { queueUrl: this.deadLetters.queue.url, roleArn, useBase64: false } },
        tags: context.tags("firmware"),
        dependsOn: [this.role.policy],
      });
    const toLog = { cloudwatchLogs: [{ logGroupName: this.logGroup.group.name, roleArn }] };
    this.executions = rule(
      "executions",
      "How each device's update went, to the log",
      "SELECT eventType, operation, jobId, status, thingArn, statusDetails, timestamp FROM '$aws/events/jobExecution/#'",
      toLog,
    );
    this.jobs = rule(
      "changes",
      "What became of each job, to the log",
      "SELECT eventType, operation, jobId, status, targets, jobProcessDetails, timestamp FROM '$aws/events/job/#'",
      toLog,
    );
    this.cancelled = rule(
      "cancelled",
      "A job that was cancelled, by itself or by a person, to the alert topic",
      `SELECT '${CANCELLED}' AS what, jobId, status, jobProcessDetails, timestamp FROM '$aws/events/job/+/canceled'`,
      { sns: [{ targetArn: alerts.topic.arn, roleArn, messageFormat: "RAW" }] },
    );
  }
}

const CANCELLED =
  "An update was cancelled. If nobody did, its abort criteria were met: keep the release from going on, and read the job log";
