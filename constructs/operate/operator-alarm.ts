import { Construct } from "constructs";
import { CloudwatchMetricAlarm } from "#aws/cloudwatch-metric-alarm";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";

export interface RunbookProps {
  /** Page with one heading for each alarm, named after its purpose; linked as `<url>#<purpose>`. @default no link, the sentence alone @obligation OBL-INC-2 */
  readonly runbookUrl?: string;
}

export interface OperatorAlarmProps extends InContext, RunbookProps {
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Names the alarm, `<product>-<purpose>`, and its heading in the runbook. @wiring */
  readonly purpose: string;
  /** What has happened when it rings. @obligation OBL-INC-1 */
  readonly what: string;
  /** What a person does about it. @obligation OBL-INC-2 */
  readonly runbook: string;
  /** Namespace of the metric, such as `AWS/Lambda`. @wiring */
  readonly namespace: string;
  /** Name of the metric in it. @wiring */
  readonly metric: string;
  /** What the metric is counted for. @default none, as metrics of log filters have none @wiring */
  readonly dimensions?: Readonly<Record<string, string>>;
  /** How the values of a period become one. @default Sum @wiring */
  readonly statistic?: "Sum" | "Maximum" | "Minimum";
  /** Seconds. @default 300 @wiring */
  readonly period?: number;
  /** It rings for more than this. @default 0 @obligation OBL-INC-1 */
  readonly above?: number;
  /** It rings for less than this, whatever `above` says. @default none @obligation OBL-INC-1 */
  readonly below?: number;
}

/**
 * One alarm that says what happened and what to do, and reaches somebody. @obligation OBL-INC-1 @obligation OBL-CONS-4
 * @setting alarm-has-action: it reaches the alert topic, when it rings and when it is over
 * @setting alarm-has-dimensions: it watches a metric that is there
 * @cost one alarm
 */
export class OperatorAlarm extends Construct {
  readonly alarm: CloudwatchMetricAlarm;

  constructor(scope: Construct, id: string, props: OperatorAlarmProps) {
    super(scope, id);
    const { context, alerts, purpose, above, below, runbookUrl } = props;
    const alarmName = context.name(purpose);
    this.alarm = new CloudwatchMetricAlarm(this, "alarm", {
      alarmName,
      alarmDescription: `${props.what}. ${props.runbook}${context.seeRunbook(alarmName, runbookUrl)}`,
      namespace: props.namespace,
      metricName: props.metric,
      ...(props.dimensions === undefined ? {} : { dimensions: { ...props.dimensions } }),
      statistic: props.statistic ?? "Sum",
      period: props.period ?? 300,
      evaluationPeriods: 1,
      comparisonOperator: below === undefined ? "GreaterThanThreshold" : "LessThanThreshold",
      threshold: below ?? above ?? 0,
      treatMissingData: "notBreaching",
      alarmActions: [alerts.topic.arn],
      okActions: [alerts.topic.arn],
      tags: context.tags("alerts"),
    });
  }
}
