import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AlertTopic,
  type BackendContext,
  DataKey,
  ServiceAlarms,
  TelemetryLake,
  TelemetryRule,
} from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const lake = new TelemetryLake(scope, "lake", { context, key: telemetryKey, logKey: auditKey, accessLogs });
  const rule = new TelemetryRule(scope, "telemetry", { context, lake, key: telemetryKey, alerts, fields: ["ts", "celsius"] });
  new ServiceAlarms(scope, "service-alarms", {
    context,
    alerts,
    functions: [],
    lake,
    rule,
    certificateArns: [context.arn("acm", "certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11")],
  });
}
