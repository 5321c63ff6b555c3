import type { Construct } from "constructs";
import { type BackendContext, DataKey, IotLogging, LogPrivacy } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const { logGroup } = new IotLogging(scope, "iot-logging", { context, key: auditKey });
  new LogPrivacy(scope, "log-privacy", { context, key: auditKey, groups: [logGroup] });
}
