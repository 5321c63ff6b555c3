import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, Backup, DataKey, DeviceRegistry } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  new DeviceRegistry(scope, "registry", { context, key: identityKey });
  new Backup(scope, "backup", { context, key: auditKey, sourceKeys: [identityKey], alerts });
}
