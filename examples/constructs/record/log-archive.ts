import type { Construct } from "constructs";
import { AccessLogBucket, type BackendContext, DataKey, IotLogging, LogArchive } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const { logGroup } = new IotLogging(scope, "iot-logging", { context, key: auditKey });
  new LogArchive(scope, "log-archive", { context, key: auditKey, accessLogs, sources: [logGroup] });
}
