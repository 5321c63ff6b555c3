import type { Construct } from "constructs";
import { AccessLogBucket, AlertTopic, type BackendContext, CodeSigning, DataKey, FleetDefence, ThingGroups } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const codeSigning = new CodeSigning(scope, "code-signing", { context, accessLogs });
  const groups = new ThingGroups(scope, "groups", { context });
  new FleetDefence(scope, "defence", { context, key: auditKey, logKey: auditKey, alerts, groups, codeSigning });
}
