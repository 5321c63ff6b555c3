import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, DataKey, DetectionStream, IotLogging } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const log = new IotLogging(scope, "iot-logging", { context, key: auditKey });
  new DetectionStream(scope, "stream", { context, key: auditKey, alerts, logGroup: log.logGroup.group });
}
