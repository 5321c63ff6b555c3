import type { Construct } from "constructs";
import { type BackendContext, ThreatDetection } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new ThreatDetection(scope, "threat-detection", { context });
}
