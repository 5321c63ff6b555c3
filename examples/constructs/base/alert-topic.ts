import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, DataKey } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  new AlertTopic(scope, "alerts", { context, key: alertsKey, emails: ["security@acme.example"] });
}
