import type { Construct } from "constructs";
import { type BackendContext, DataKey } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new DataKey(scope, "telemetry-key", { context, dataClass: "telemetry" });
}
