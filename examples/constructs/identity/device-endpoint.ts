import type { Construct } from "constructs";
import { type BackendContext, DeviceEndpoint } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new DeviceEndpoint(scope, "endpoint", { context });
}
