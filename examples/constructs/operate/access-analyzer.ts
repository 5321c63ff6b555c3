import type { Construct } from "constructs";
import { AccessAnalyzer, type BackendContext } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new AccessAnalyzer(scope, "access-analyzer", { context });
}
