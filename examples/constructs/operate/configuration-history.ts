import type { Construct } from "constructs";
import { AccessLogBucket, type BackendContext, ConfigurationHistory, DataKey } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  new ConfigurationHistory(scope, "configuration-history", { context, key: auditKey, accessLogs });
}
