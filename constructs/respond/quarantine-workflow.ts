import { Construct } from "constructs";
import { CloudwatchEventRule } from "#aws/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "#aws/cloudwatch-event-target";
import { CloudwatchMetricAlarm } from "#aws/cloudwatch-metric-alarm";
import { SfnStateMachine } from "#aws/sfn-state-machine";
import { BASELINE } from "../../model/baseline.js";
import { BulwarkError } from "../../model/errors.js";
import type { RetentionChoice } from "../../model/retention.js";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { DataKey } from "../base/data-key.js";
import { DeadLetterQueue } from "../base/dead-letter-queue.js";
import { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";
import type { AlarmBus } from "./alarm-bus.js";
import type { ConnectionCutter } from "./connection-cutter.js";
import type { IncidentRecorder } from "./incident-recorder.js";
import { type QuarantineChoices, quarantineDefinition } from "./quarantine-states.js";

export interface QuarantineWorkflowProps extends InContext, Partial<QuarantineChoices> {
  /** Where alarms of the detectors go. @obligation OBL-CONS-4 */
  readonly bus: AlarmBus;
  /** Where incidents are put on record. @obligation OBL-INC-5 */
  readonly recorder: IncidentRecorder;
  /** What ends the device's connection. @obligation OBL-INC-2 */
  readonly cutter: ConnectionCutter;
  /** Key of the dead letters. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Key of the log. @obligation OBL-DATA-7 */
  readonly logKey: DataKey;
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Days the log is kept. @default 365 @obligation OBL-CONS-5 @accept log-group-retention */
  readonly logRetentionDays?: RetentionChoice;
}

const MOST_SETTLE_SECONDS = 3600;

/**
 * An alarm that asks for it takes a device's rights away and cuts its connection, once, on record, and whatever goes wrong reaches a person.
 * @obligation OBL-INC-2 @obligation OBL-CONS-4 @obligation OBL-IAM-9
 * @setting sfn-logged: every step is logged (`ALL`)
 * @setting sfn-traced: every run is traced
 * @setting alarm-has-action: a run that failed rings
 * @cost steps of a quarantine, about ten each
 */
export class QuarantineWorkflow extends Construct {
  readonly machine: SfnStateMachine;
  readonly machineName: string;
  /** Literal, known before apply. */
  readonly arn: string;
  readonly role: ServiceRole;
  readonly logGroup: SecureLogGroup;
  readonly deadLetters: DeadLetterQueue;
  readonly rule: CloudwatchEventRule;
  readonly target: CloudwatchEventTarget;
  readonly startRole: ServiceRole;
  readonly failedAlarm: CloudwatchMetricAlarm;
  readonly timedOutAlarm: CloudwatchMetricAlarm;

  constructor(scope: Construct, id: string, props: QuarantineWorkflowProps) {
    super(scope, id);
    const { context, bus, recorder, cutter, key, logKey, alerts } = props;
    this.machineName = context.name("quarantine");
    this.arn = context.arn("states", `stateMachine:${this.machineName}`);
    this.deadLetters = new DeadLetterQueue(this, "dead-letters", {
      context,
      purpose: "quarantine-failed",
      key,
      alerts,
      runbook:
        "A device was not cut off: add it to the quarantine group by hand, then start the state machine again with the input in the message.",
    });
    this.logGroup = new SecureLogGroup(this, "log", {
      context,
      // Names that begin so share the one resource policy of log delivery. Source: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
      logGroupName: `/aws/vendedlogs/states/${this.machineName}`,
      key: logKey,
      retentionDays: props.logRetentionDays,
    });
    this.role = this.makeRole(props);
    this.machine = new SfnStateMachine(this, "machine", {
      name: this.machineName,
      type: "STANDARD",
      roleArn: this.role.role.arn,
      definition: JSON.stringify(
        quarantineDefinition(
          {
            partition: context.partition,
            product: context.product,
            incidentTable: recorder.tableName,
            recorderArn: recorder.function.arn,
            cutterArn: cutter.function.arn,
            quarantineGroup: context.name("quarantine"),
            topicArn: alerts.arn,
            // A reference, not a literal: hashicorp/aws 5.100 sends a definition it knows to AWS while planning, and there is no plan without AWS.
            deadLettersUrl: this.deadLetters.queue.url,
          },
          {
            dryRun: props.dryRun ?? false,
            deactivateCertificates: props.deactivateCertificates ?? false,
            settleSeconds: this.settleSeconds(props),
          },
        ),
      ),
      // Every state is logged, without what went through it: that is in the incident's chain, under its own key.
      loggingConfiguration: { level: "ALL", includeExecutionData: false, logDestination: `${this.logGroup.group.arn}:*` },
      tracingConfiguration: { enabled: true },
      tags: context.tags(key.dataClass),
      dependsOn: [this.role.policy],
    });
    const ruleName = context.name("quarantine");
    this.startRole = new ServiceRole(this, "start-role", {
      context,
      purpose: "quarantine-start",
      service: "events.amazonaws.com",
      sourceArn: bus.ruleArn(context, ruleName),
      dataClass: key.dataClass,
      description: "Lets an alarm start the quarantine",
    });
    this.startRole.allow("Start", ["states:StartExecution"], [this.arn]);
    this.rule = new CloudwatchEventRule(this, "rule", {
      name: ruleName,
      description: "Alarms that ask for the quarantine of a device",
      eventBusName: bus.bus.name,
      eventPattern: JSON.stringify({
        source: ["bulwark.detection"],
        "detail-type": ["Bulwark Alarm"],
        detail: { schema: ["bulwark.alarm/1"], response: ["quarantine"], alarm: { thing: [{ exists: true }] } },
      }),
      tags: context.tags("alerts"),
    });
    this.target = new CloudwatchEventTarget(this, "target", {
      rule: this.rule.name,
      eventBusName: bus.bus.name,
      targetId: "quarantine",
      arn: this.machine.arn,
      roleArn: this.startRole.role.arn,
      deadLetterConfig: { arn: bus.deadLetters.queue.arn },
      retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 20 },
      dependsOn: [this.startRole.policy, bus.deadLetters.policy],
    });
    this.failedAlarm = this.alarm("failed", "ExecutionsFailed", "an execution failed", props);
    this.timedOutAlarm = this.alarm("timed-out", "ExecutionsTimedOut", "an execution ran out of time", props);
  }

  /** @throws BulwarkError BW_PROP_INVALID */
  private settleSeconds({ settleSeconds = BASELINE.identity.policySettleSeconds }: QuarantineWorkflowProps): number {
    if (Number.isInteger(settleSeconds) && settleSeconds >= 1 && settleSeconds <= MOST_SETTLE_SECONDS) return settleSeconds;
    throw new BulwarkError("BW_PROP_INVALID", {
      construct: this.node.path,
      property: "settleSeconds",
      given: String(settleSeconds),
      problem: `needs whole seconds from 1 to ${MOST_SETTLE_SECONDS}: until then a device that came back keeps its connection`,
    });
  }

  /** Source: https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
  private alarm(id: string, metricName: string, what: string, { context, alerts }: QuarantineWorkflowProps): CloudwatchMetricAlarm {
    const alarmName = `${this.machineName}-${id}`;
    return new CloudwatchMetricAlarm(this, `${id}-alarm`, {
      alarmName,
      alarmDescription: `${this.machineName}: ${what}. A device may still have its rights: read the dead letters, and add it to the quarantine group by hand.${context.seeRunbook(alarmName)}`,
      namespace: "AWS/States",
      metricName,
      dimensions: { StateMachineArn: this.arn },
      statistic: "Sum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      alarmActions: [alerts.topic.arn],
      okActions: [alerts.topic.arn],
      tags: context.tags("alerts"),
    });
  }

  private makeRole({ context, recorder, cutter, key, alerts, deactivateCertificates }: QuarantineWorkflowProps): ServiceRole {
    const iot = (resource: string): string => context.arn("iot", resource);
    const role = new ServiceRole(this, "role", {
      context,
      purpose: "quarantine",
      service: "states.amazonaws.com",
      sourceArn: this.arn,
      dataClass: key.dataClass,
      description: "What the quarantine may do: cut devices of this product off, and nothing more",
    });
    role.allow("Device", ["iot:DescribeThing"], [iot(`thing/${context.product}-*`)]);
    role.allow(
      "Quarantine",
      ["iot:AddThingToThingGroup"],
      [iot(`thinggroup/${context.name("quarantine")}`), iot(`thing/${context.product}-*`)],
    );
    if (deactivateCertificates === true) {
      role.allow("Principals", ["iot:ListThingPrincipals"], [iot(`thing/${context.product}-*`)]);
      // Certificates have no name to narrow by.
      role.allow("Certificates", ["iot:UpdateCertificate"], [iot("cert/*")]);
    }
    role.allow("RecordAndCut", ["lambda:InvokeFunction"], [recorder.function.arn, cutter.function.arn]);
    recorder.grantClaim(role);
    alerts.grantPublish(role);
    this.deadLetters.grantSend(role);
    // Log delivery and X-Ray know no resources. Source: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    role.allow(
      "LogDelivery",
      [
        "logs:CreateLogDelivery",
        "logs:GetLogDelivery",
        "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups",
      ],
      ["*"],
    );
    role.allow("Trace", ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"], ["*"]);
    return role;
  }
}
