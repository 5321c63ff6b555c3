import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AlertTopic,
  type BackendContext,
  CodeSigning,
  DataKey,
  DevicePolicy,
  DeviceRegistry,
  FleetProvisioning,
  ThingGroups,
  ThingTypes,
} from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const codeSigning = new CodeSigning(scope, "code-signing", { context, accessLogs });
  const models = [{ name: "sensor", description: "Room sensor", supportUntil: "2032-06-30" }];
  const types = new ThingTypes(scope, "types", { context, models });
  const groups = new ThingGroups(scope, "groups", { context });
  const devicePolicy = new DevicePolicy(scope, "device-policy", { context, roleAlias: undefined });
  const registry = new DeviceRegistry(scope, "registry", { context, key: identityKey });
  new FleetProvisioning(scope, "provisioning", {
    context,
    models,
    types,
    groups,
    devicePolicy,
    registry,
    key: identityKey,
    logKey: auditKey,
    alerts,
    codeSigning,
  });
}
