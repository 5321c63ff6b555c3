import type { Construct } from "constructs";
import {
  AccessLogBucket,
  AlertTopic,
  type BackendContext,
  CodeSigning,
  DataKey,
  DeviceRegistry,
  NodeFunction,
} from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  const auditKey = new DataKey(scope, "audit-key", { context, dataClass: "audit" });
  auditKey.grantLogs();
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const accessLogs = new AccessLogBucket(scope, "access-logs", { context }).bucket;
  const codeSigning = new CodeSigning(scope, "code-signing", { context, accessLogs });
  const registry = new DeviceRegistry(scope, "registry", { context, key: identityKey });
  const hook = new NodeFunction(scope, "hook", {
    context,
    purpose: "provisioning-hook",
    description: "Decides whether a device may get an identity",
    entry: "provisioning/handler",
    key: identityKey,
    logKey: auditKey,
    alerts,
    codeSigning,
    environment: { PRODUCT: context.product, REGISTRY_TABLE: registry.tableName, MODELS: "sensor" },
    runbook: "Read the log of the hook at the time of the alarm.",
  });
  registry.grantClaim(hook.role);
}
