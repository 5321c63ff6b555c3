import type { Construct } from "constructs";
import { AccessLogBucket, AlertTopic, type BackendContext, CodeSigning, ConnectionCutter, DataKey } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const codeSigning = new CodeSigning(scope, "code-signing", { context, accessLogs });
  new ConnectionCutter(scope, "cutter", { context, key: auditKey, logKey: auditKey, alerts, codeSigning });
}
