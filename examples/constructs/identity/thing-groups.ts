import type { Construct } from "constructs";
import { type BackendContext, ThingGroups } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new ThingGroups(scope, "groups", { context });
}
