import type { Construct } from "constructs";
import { type BackendContext, OperatorPool } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new OperatorPool(scope, "operators", { context });
}
