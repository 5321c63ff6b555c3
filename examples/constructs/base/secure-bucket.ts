import type { Construct } from "constructs";
import { AccessLogBucket, type BackendContext, DataKey, SecureBucket } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  new SecureBucket(scope, "exports", {
    context,
    purpose: "exports",
    dataClass: "telemetry",
    key: telemetryKey,
    accessLogs,
    expireDays: 90,
  });
}
