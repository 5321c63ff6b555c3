import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, DataKey, FindingsRoute } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  new FindingsRoute(scope, "route", { context, alerts });
}
