import type { Construct } from "constructs";
import { AccessLogBucket, type BackendContext, DataKey, TelemetryLake } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  new TelemetryLake(scope, "lake", { context, key: telemetryKey, logKey: auditKey, accessLogs });
}
