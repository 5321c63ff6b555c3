import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AccountAlarms,
  AlertTopic,
  AuditTrail,
  type BackendContext,
  DataKey,
  FirmwareStore,
} from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const firmwareKey = new DataKey(scope, "firmware-key", { context, dataClass: "firmware" });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const signingCertificateArn = context.arn("acm", "certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11");
  const store = new FirmwareStore(scope, "firmware", { context, key: firmwareKey, accessLogs, signingCertificateArn });
  const trail = new AuditTrail(scope, "trail", { context, key: auditKey, accessLogs, watched: [store.bucket] });
  new AccountAlarms(scope, "account-alarms", { context, trailLog: trail.logGroup, alerts });
}
