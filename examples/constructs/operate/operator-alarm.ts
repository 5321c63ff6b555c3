import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, DataKey, OperatorAlarm } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  new OperatorAlarm(scope, "login-failures", {
    context,
    alerts,
    purpose: "login-failures",
    what: "Operators fail to sign in",
    runbook: "Ask them; lock the accounts if it was not them.",
    namespace: `Bulwark/${context.product}`,
    metric: "login-failures",
    above: 20,
  });
}
