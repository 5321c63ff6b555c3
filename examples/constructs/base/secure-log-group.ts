import type { Construct } from "constructs";
import { type BackendContext, DataKey, SecureLogGroup } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  new SecureLogGroup(scope, "log", { context, logGroupName: `/acme/${context.name("import")}`, key: auditKey });
}
