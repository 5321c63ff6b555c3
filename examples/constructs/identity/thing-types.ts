import type { Construct } from "constructs";
import { type BackendContext, ThingTypes } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new ThingTypes(scope, "types", {
    context,
    models: [{ name: "sensor", description: "Room sensor", supportUntil: "2032-06-30" }],
  });
}
