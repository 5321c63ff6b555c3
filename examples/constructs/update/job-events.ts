import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, DataKey, JobEvents } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const firmwareKey = new DataKey(scope, "firmware-key", { context, dataClass: "firmware" });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  new JobEvents(scope, "job-events", { context, alerts, key: firmwareKey, logKey: auditKey });
}
