import { Construct } from "constructs";
import type { AlertTopic } from "../base/alert-topic.js";
import type { InContext } from "../base/backend-context.js";
import type { NodeFunction } from "../base/node-function.js";
import type { TelemetryLake } from "../ingest/telemetry-lake.js";
import type { TelemetryRule } from "../ingest/telemetry-rule.js";
import { OperatorAlarm, type OperatorAlarmProps, type RunbookProps } from "./operator-alarm.js";

export interface ServiceAlarmsProps extends InContext, RunbookProps {
  /** Where alarms go. @obligation OBL-CONS-4 */
  readonly alerts: AlertTopic;
  /** Functions that are watched. @obligation OBL-INC-1 */
  readonly functions: readonly NodeFunction[];
  /** The lake whose delivery is watched. @obligation OBL-INC-1 */
  readonly lake: TelemetryLake;
  /** The rule of telemetry, which is watched. @obligation OBL-INC-1 */
  readonly rule: TelemetryRule;
  /** ACM certificates (ARN) that stop something when they run out. @obligation OBL-INC-1 */
  readonly certificateArns: readonly string[];
}

type Alarm = Omit<OperatorAlarmProps, "context" | "alerts" | "runbookUrl">;

/** Days before a certificate ends. Renewing one that firmware is signed with takes a release. */
const CERTIFICATE_DAYS = 45;

/**
 * What runs, watched: functions, ingest, delivery, certificates. Queues bring two alarms of their own. @obligation OBL-CONS-4 @obligation OBL-INC-1
 * @setting alarm-has-action: every alarm reaches the alert topic
 * @setting alarm-has-dimensions: every alarm watches a metric that is there
 * @cost the alarms: two for each function, three for ingest, one for each certificate
 */
export class ServiceAlarms extends Construct {
  readonly alarms: readonly OperatorAlarm[];

  constructor(scope: Construct, id: string, props: ServiceAlarmsProps) {
    super(scope, id);
    const { context, alerts, runbookUrl } = props;
    const all = [
      ...props.functions.flatMap((each) => ofFunction(each, context.product)),
      ...ofIngest(props.rule, props.lake),
      ...props.certificateArns.map(ofCertificate),
    ];
    this.alarms = all.map(
      (alarm) => new OperatorAlarm(this, alarm.purpose, { context, alerts, ...alarm, ...(runbookUrl === undefined ? {} : { runbookUrl }) }),
    );
  }
}

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
function ofFunction({ functionName }: NodeFunction, product: string): readonly Alarm[] {
  const name = functionName.slice(product.length + 1);
  const common = { namespace: "AWS/Lambda", dimensions: { FunctionName: functionName } };
  return [
    {
      ...common,
      purpose: `${name}-errors`,
      metric: "Errors",
      above: 0,
      what: `${functionName} failed`,
      runbook: "Read its log at the time of the alarm; the last deployment of it is the first suspect.",
    },
    {
      ...common,
      purpose: `${name}-throttled`,
      metric: "Throttles",
      above: 0,
      what: `${functionName} was called more often than its concurrency allows`,
      runbook: "A flood, or a fleet that has outgrown the bound: look at who calls before raising it.",
    },
  ];
}

/** Sources: https://docs.aws.amazon.com/iot/latest/developerguide/metrics_dimensions.html https://docs.aws.amazon.com/firehose/latest/dev/cloudwatch-metrics.html */
function ofIngest({ rule }: TelemetryRule, { streamName }: TelemetryLake): readonly Alarm[] {
  const dimensions = { RuleName: rule.nameInput ?? "" };
  return [
    {
      purpose: "telemetry-unreadable",
      namespace: "AWS/IoT",
      metric: "ParseError",
      dimensions,
      above: 100,
      what: "Devices send telemetry that is not JSON",
      runbook: "A release that writes another format, or somebody who tries what the rule makes of it: look at the firmware versions.",
    },
    {
      purpose: "telemetry-throttled",
      namespace: "AWS/IoT",
      metric: "RuleMessageThrottled",
      dimensions,
      above: 0,
      what: "AWS IoT threw telemetry away because there was too much of it",
      runbook: "Find the devices that send more than planned; quarantine them if it is an attack.",
    },
    {
      purpose: "telemetry-late",
      namespace: "AWS/Firehose",
      metric: "DeliveryToS3.DataFreshness",
      dimensions: { DeliveryStreamName: streamName },
      statistic: "Maximum",
      above: 900,
      what: "Telemetry has waited for more than fifteen minutes to be stored",
      runbook: "See the delivery log of the stream: mostly a key or bucket it may no longer use. It keeps a record for 24 hours.",
    },
  ];
}

/** Source: https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html */
const ofCertificate = (arn: string): Alarm => ({
  purpose: `certificate-${arn.split("/").at(-1) ?? "ending"}`,
  namespace: "AWS/CertificateManager",
  metric: "DaysToExpiry",
  dimensions: { CertificateArn: arn },
  statistic: "Minimum",
  period: 86_400,
  below: CERTIFICATE_DAYS,
  what: `A certificate ends within ${CERTIFICATE_DAYS} days`,
  runbook: "Renew it now: devices refuse an endpoint, or firmware, whose certificate has ended.",
});
