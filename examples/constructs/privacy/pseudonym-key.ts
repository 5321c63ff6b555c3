import type { Construct } from "constructs";
import { type BackendContext, PseudonymKey } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new PseudonymKey(scope, "pseudonym-key", { context });
}
