import type { Construct } from "constructs";
import { type BackendContext, ClaimPolicy } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new ClaimPolicy(scope, "claim", { context, templateName: context.name("fleet") });
}
