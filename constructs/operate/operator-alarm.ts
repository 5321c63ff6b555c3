import { Construct } from "constructs";
import { CloudwatchMetricAlarm } from "#aws/cloudwatch-metric-alarm";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";

export interface RunbookProps {
  /** Page with one heading for each alarm, named after its purpose; linked as `<url>#<purpose>`. @default no link, the sentence alone */
  readonly runbookUrl?: string;
}

export interface OperatorAlarmProps extends InContext, RunbookProps {
  readonly alerts: AlertTopic;
  /** Names the alarm, `<product>-<purpose>`, and its heading in the runbook. */
  readonly purpose: string;
  readonly what: string;
  /** What a person does about it. */
  readonly runbook: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly statistic?: "Sum" | "Maximum" | "Minimum";
  /** Seconds. @default 300 */
  readonly period?: number;
  readonly above?: number;
  readonly below?: number;
}

/** One alarm that says what happened and what to do, and reaches somebody. @obligation OBL-INC-1 @obligation OBL-CONS-4 */
export class OperatorAlarm extends Construct {
  readonly alarm: CloudwatchMetricAlarm;

  constructor(scope: Construct, id: string, props: OperatorAlarmProps) {
    super(scope, id);
    const { context, alerts, purpose, above, below, runbookUrl } = props;
    const link = runbookUrl === undefined ? "" : ` ${runbookUrl}#${purpose}`;
    this.alarm = new CloudwatchMetricAlarm(this, "alarm", {
      alarmName: context.name(purpose),
      alarmDescription: `${props.what}. ${props.runbook}${link}`,
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
