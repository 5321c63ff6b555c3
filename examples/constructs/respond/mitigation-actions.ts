import type { Construct } from "constructs";
import { type BackendContext, MitigationActions, ThingGroups } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const groups = new ThingGroups(scope, "groups", { context });
  new MitigationActions(scope, "mitigation", { context, groups });
}
