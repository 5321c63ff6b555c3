import type { Construct } from "constructs";
import { AlertTopic, type BackendContext, DataKey, DeadLetterQueue } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const telemetryKey = new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  new DeadLetterQueue(scope, "dead-letters", {
    context,
    purpose: "imports-failed",
    key: telemetryKey,
    alerts,
    runbook: "Read the message, mend what it names, and send it again.",
  });
}
