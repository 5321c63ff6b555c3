import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AlertTopic,
  type BackendContext,
  CodeSigning,
  ConsentLedger,
  DataKey,
  DeviceRegistry,
  ErasureJob,
  TelemetryLake,
} from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const codeSigning = new CodeSigning(scope, "code-signing", { context, accessLogs });
  const lake = new TelemetryLake(scope, "lake", { context, key: telemetryKey, logKey: auditKey, accessLogs });
  const registry = new DeviceRegistry(scope, "registry", { context, key: identityKey });
  const ledger = new ConsentLedger(scope, "ledger", { context, key: identityKey });
  new ErasureJob(scope, "erasure", {
    context,
    ledger,
    registry,
    lake,
    key: identityKey,
    telemetryKey,
    logKey: auditKey,
    alerts,
    codeSigning,
  });
}
