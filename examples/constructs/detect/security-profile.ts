import type { Construct } from "constructs";
import { AlertTopic, BackendContext, DataKey, SecurityProfile, ThingGroups } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const accepting = new BackendContext(scope, {
    ...context,
    accept: [{ control: "service-lifecycle-open", reason: "This account has used Detect since 2024", until: "2027-03-31" }],
  });
  const alertsKey = new DataKey(scope, "alerts-key", { context, dataClass: "alerts" });
  const alerts = new AlertTopic(scope, "alerts", { context, key: alertsKey });
  const groups = new ThingGroups(scope, "groups", { context });
  new SecurityProfile(scope, "security-profile", {
    context: accepting,
    alerts,
    groups,
    detectors: [
      {
        id: "refusals",
        title: "A device is refused again and again",
        subject: "thing",
        logic: {
          kind: "count",
          events: ["connect-refused", "publish-refused", "subscribe-refused"],
          reasons: ["authorization"],
          count: 30,
          windowMs: 300_000,
        },
        severity: "high",
        response: "notify",
        techniques: [],
        obligations: ["OBL-CONS-2"],
        runbook: "Look at what it asked for.",
      },
    ],
  });
}
