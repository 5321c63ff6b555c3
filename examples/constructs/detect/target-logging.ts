import type { Construct } from "constructs";
import { type BackendContext, DataKey, IotLogging, TargetLogging, ThingGroups } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const groups = new ThingGroups(scope, "groups", { context });
  const log = new IotLogging(scope, "iot-logging", { context, key: auditKey });
  new TargetLogging(scope, "target-logging", { context, groups, after: [log.options] });
}
