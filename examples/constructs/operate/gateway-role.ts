import type { Construct } from "constructs";
import { type BackendContext, DataKey, GatewayRole, SecureLogGroup } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const logGroup = new SecureLogGroup(scope, "log", { context, logGroupName: `/acme/${context.name("gateways")}`, key: auditKey });
  new GatewayRole(scope, "gateway-role", { context, logGroup });
}
