import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AlertTopic,
  AuditTrail,
  type BackendContext,
  DataKey,
  FirmwareStore,
  Operations,
  TelemetryLake,
  TelemetryRule,
} from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const firmwareKey = new DataKey(scope, "firmware-key", { context, dataClass: "firmware" });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const signingCertificateArn = context.arn("acm", "certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11");
  const store = new FirmwareStore(scope, "firmware", { context, key: firmwareKey, accessLogs, signingCertificateArn });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const trail = new AuditTrail(scope, "trail", { context, key: auditKey, accessLogs, watched: [store.bucket] });
  const lake = new TelemetryLake(scope, "lake", { context, key: telemetryKey, logKey: auditKey, accessLogs });
  const rule = new TelemetryRule(scope, "telemetry", { context, lake, key: telemetryKey, alerts, fields: ["ts", "celsius"] });
  new Operations(scope, "operations", {
    context,
    keys: { audit: auditKey, identity: identityKey, firmware: firmwareKey },
    alerts,
    accessLogs,
    trail,
    functions: [],
    lake,
    rule,
    certificateArns: [signingCertificateArn],
  });
}
