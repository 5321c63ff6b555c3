import { Construct } from "constructs";
import { CloudwatchMetricAlarm } from "#aws/cloudwatch-metric-alarm";
import { DynamodbTable } from "#aws/dynamodb-table";
import { LambdaEventSourceMapping } from "#aws/lambda-event-source-mapping";
import { SchedulerSchedule } from "#aws/scheduler-schedule";
import { canonicalJson } from "../../model/canonical-json.js";
import { DETECTORS_FILE } from "../../model/detectors/catalogue.js";
import { detectorsWith, problemOfOwn } from "../../model/detectors/own.js";
import type { Detector } from "../../model/detectors/types.js";
import { BulwarkError } from "../../model/errors.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { CodeSigning } from "../base/code-signing.js";
import { type DataKey, TABLE_KEY_USE } from "../base/data-key.js";
import { NodeFunction } from "../base/node-function.js";
import { ServiceRole } from "../base/service-role.js";
import type { AlarmBus } from "../respond/alarm-bus.js";
import type { DetectionStream } from "./detection-stream.js";

export interface DetectionFunctionProps extends InContext {
  /**
   * Own detectors beside the shipped ones; one with a shipped one's id takes its place. A rehearsal of the stack runs them too.
   * @default [] @obligation OBL-CONS-2 @obligation OBL-CONS-3
   */
  readonly detectors?: readonly Detector[];
  /** Where the events of the fleet come from. @wiring */
  readonly stream: DetectionStream;
  /** Where alarms of the detectors go. @obligation OBL-CONS-4 */
  readonly bus: AlarmBus;
  /** Key of the state, the environment and the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Signs the code of the functions. @default none @obligation OBL-SDLC-7 @accept lambda-code-signed */
  readonly codeSigning?: CodeSigning;
  /** Runtime of the function. @default nodejs22.x @obligation OBL-SDLC-6 @accept lambda-runtime */
  readonly lambdaRuntime?: string;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

const RETRY_ATTEMPTS = 5;
/** A day: an attack older than that is a case for the archive. The stream keeps a week, to look back. */
const RECORD_AGE_SECONDS = 86_400;

/**
 * The detection engine of `backend/` over the stream: the same code, with the same numbers, that a rehearsal runs. What it knows of each
 * device stands in a table of its own and is forgotten with the device. @obligation OBL-CONS-2 @obligation OBL-CONS-3 @obligation OBL-INC-1
 * @setting dynamodb-table-customer-key: what it knows of devices is encrypted with a key of your own
 * @setting dynamodb-table-recoverable: the table can be restored to any second
 * @setting dynamodb-table-deletion-protected: the table is not deleted by one call
 * @setting scheduler-customer-key: so is what its clock sends
 * @setting alarm-has-action: it rings when detection fails, and when it is more than 60000 ms behind
 * @cost batches of events: a call each, a read and a write for each device in it; and one call a minute
 */
export class DetectionFunction extends Construct {
  readonly function: NodeFunction;
  readonly table: DynamodbTable;
  readonly source: LambdaEventSourceMapping;
  readonly sweep: SchedulerSchedule;
  readonly sweepRole: ServiceRole;
  readonly alarms: readonly CloudwatchMetricAlarm[];

  constructor(scope: Construct, id: string, props: DetectionFunctionProps) {
    super(scope, id);
    const { context, stream, bus, key, logKey, alerts } = props;
    const own = this.ownDetectors(props.detectors ?? []);
    const tableName = context.name("detection-state");
    this.table = new DynamodbTable(this, "state", {
      name: tableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "subject",
      attribute: [
        { name: "subject", type: "S" },
        { name: "watch", type: "S" },
        { name: "due", type: "N" },
      ],
      globalSecondaryIndex: [{ name: "due", hashKey: "watch", rangeKey: "due", projectionType: "KEYS_ONLY" }],
      ttl: { enabled: true, attributeName: "expires" },
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: true,
      tags: context.tags(key.dataClass),
    });
    this.function = new NodeFunction(this, "function", {
      context,
      purpose: "detection",
      description: "Runs the detectors over what AWS IoT tells of the fleet",
      entry: "detection/handler",
      ...(own === undefined ? {} : { files: { [DETECTORS_FILE]: canonicalJson(own) } }),
      key,
      logKey,
      alerts,
      environment: { PRODUCT: context.product, STATE_TABLE: tableName, ALARM_BUS: bus.busName },
      timeoutSeconds: 60,
      runbook:
        "Detection could not work off a batch: its records are named in the message and stay in the stream for a week. Read the function's log.",
      ...(props.codeSigning === undefined ? {} : { codeSigning: props.codeSigning }),
      ...(props.lambdaRuntime === undefined ? {} : { runtime: props.lambdaRuntime }),
      ...(props.logRetentionDays === undefined ? {} : { logRetentionDays: props.logRetentionDays }),
    });
    // Where a rehearsal of the synthesized stack finds what is deployed.
    if (own !== undefined) this.function.function.addOverride("//.bulwark.detectors", own);
    const { role } = this.function;
    const tableArn = context.arn("dynamodb", `table/${tableName}`);
    role.allow(
      "State",
      ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query"],
      [tableArn, `${tableArn}/index/due`],
    );
    key.grantAccountThrough("dynamodb", TABLE_KEY_USE);
    key.grantRole(role, "dynamodb", TABLE_KEY_USE);
    stream.grantRead(role, key);
    bus.grantPut(role);
    this.source = new LambdaEventSourceMapping(this, "source", {
      eventSourceArn: stream.stream.arn,
      functionName: this.function.function.arn,
      startingPosition: "TRIM_HORIZON",
      batchSize: 200,
      maximumBatchingWindowInSeconds: 1,
      // A record that cannot be worked off is found by halving, tried again, and then set aside with an alarm; the shard goes on.
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: RETRY_ATTEMPTS,
      maximumRecordAgeInSeconds: RECORD_AGE_SECONDS,
      functionResponseTypes: ["ReportBatchItemFailures"],
      destinationConfig: { onFailure: { destinationArn: this.function.deadLetters.queue.arn } },
      tags: context.tags(key.dataClass),
      dependsOn: [role.policy],
    });
    this.sweepRole = this.makeSweepRole(props);
    this.sweep = new SchedulerSchedule(this, "sweep", {
      name: context.name("detection-sweep"),
      description: "Lets time pass in detection: a device that fell silent sends nothing that could raise the alarm",
      scheduleExpression: "rate(1 minute)",
      flexibleTimeWindow: { mode: "OFF" },
      kmsKeyArn: key.arn,
      target: {
        arn: this.function.function.arn,
        roleArn: this.sweepRole.role.arn,
        input: JSON.stringify({ sweep: true }),
        deadLetterConfig: { arn: this.function.deadLetters.queue.arn },
        retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 1 },
      },
      dependsOn: [this.sweepRole.policy],
    });
    this.alarms = this.makeAlarms(props);
  }

  /** The detectors in force, where there are own ones. @throws BulwarkError BW_PROP_INVALID */
  private ownDetectors(given: readonly Detector[]): readonly Detector[] | undefined {
    if (given.length === 0) return undefined;
    const wrong = problemOfOwn(given);
    if (wrong === undefined) return detectorsWith(given);
    throw new BulwarkError("BW_PROP_INVALID", {
      construct: this.node.path,
      property: "detectors",
      given: wrong.detector ?? `${given.length} detectors`,
      problem: wrong.problem,
    });
  }

  private makeSweepRole({ context, key }: DetectionFunctionProps): ServiceRole {
    const role = new ServiceRole(this, "sweep-role", {
      context,
      purpose: "detection-sweep",
      service: "scheduler.amazonaws.com",
      // The role is bound to schedule groups, not to schedules. Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
      sourceArn: context.arn("scheduler", "schedule-group/default"),
      dataClass: key.dataClass,
      description: "Lets the clock call detection",
    });
    role.allow("Call", ["lambda:InvokeFunction"], [this.function.arn]);
    this.function.deadLetters.grantSend(role);
    key.grantAccountThrough("scheduler", ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"]);
    key.grantRole(role, "scheduler", ["kms:Decrypt"]);
    return role;
  }

  private makeAlarms({ context, alerts }: DetectionFunctionProps): readonly CloudwatchMetricAlarm[] {
    const { functionName } = this.function;
    const alarm = (id: string, metricName: string, statistic: string, threshold: number, what: string): CloudwatchMetricAlarm =>
      new CloudwatchMetricAlarm(this, `${id}-alarm`, {
        alarmName: `${functionName}-${id}`,
        alarmDescription: `${functionName}: ${what}. While it lasts attacks go unseen: read the function's log and its dead letters.${context.seeRunbook(`${functionName}-${id}`)}`,
        namespace: "AWS/Lambda",
        metricName,
        dimensions: { FunctionName: functionName },
        statistic,
        period: 60,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        comparisonOperator: "GreaterThanThreshold",
        threshold,
        treatMissingData: "notBreaching",
        alarmActions: [alerts.topic.arn],
        okActions: [alerts.topic.arn],
        tags: context.tags("alerts"),
      });
    return [
      alarm("errors", "Errors", "Sum", 0, "detection fails"),
      alarm("behind", "IteratorAge", "Maximum", 60_000, "detection is more than a minute behind the fleet"),
    ];
  }
}
