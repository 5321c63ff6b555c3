import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, DataKey, EventAlert } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  new EventAlert(scope, "certificate-ending", {
    context,
    alerts,
    purpose: "certificate-ending",
    what: "A certificate ends soon",
    runbook: "Renew it before devices refuse the endpoint.",
    pattern: { source: ["aws.acm"], "detail-type": ["ACM Certificate Approaching Expiration"] },
  });
}
