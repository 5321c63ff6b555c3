import type { Construct } from "constructs";
import { AccessLogBucket, AuditTrail, type BackendContext, DataKey, FirmwareStore, UpdateJobs } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const firmwareKey = new DataKey(scope, "firmware-key", { context, dataClass: "firmware" });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const signingCertificateArn = context.arn("acm", "certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11");
  const store = new FirmwareStore(scope, "firmware", { context, key: firmwareKey, accessLogs, signingCertificateArn });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  new AuditTrail(scope, "trail", { context, key: auditKey, accessLogs, watched: [store.bucket] });
  new UpdateJobs(scope, "updates", { context, store });
}
