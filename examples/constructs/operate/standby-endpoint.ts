import { Construct } from "constructs";
import { AccessLogBucket, AlertTopic, BackendContext, DataKey, DeviceRegistry, OnProvider, StandbyEndpoint } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";
import { Aspects } from "#tf";

export function example(scope: Construct, context: BackendContext): void {
  const registryKey = new DataKey(scope, "identity-key", { context, dataClass: "identity", multiRegion: true });
  const registry = new DeviceRegistry(scope, "registry", { context, key: registryKey });

  const second = new BackendContext(scope, { ...context, region: "eu-central-1" });
  const there = new Construct(scope, "there");
  Aspects.of(there).add(new OnProvider(new AwsProvider(scope, "provider", { alias: "standby", region: second.region })));
  const keyOf = (dataClass: "telemetry" | "firmware" | "audit" | "alerts"): DataKey =>
    new DataKey(there, `${dataClass}-key`, { context: second, dataClass });
  const keys = {
    telemetry: keyOf("telemetry"),
    identity: new DataKey(there, "identity-key", { context: second, dataClass: "identity", replicaOf: registryKey }),
    firmware: keyOf("firmware"),
    audit: keyOf("audit"),
    alerts: keyOf("alerts"),
  };
  keys.audit.grantLogs();
  new StandbyEndpoint(there, "standby", {
    context: second,
    keys,
    registry,
    alerts: new AlertTopic(there, "alerts", { context: second, key: keys.alerts }),
    accessLogs: new AccessLogBucket(there, "access-logs", { context: second }).bucket,
    models: [{ name: "sensor", description: "Room sensor", supportUntil: "2032-06-30" }],
    telemetryFields: ["ts", "celsius"],
  });
}
