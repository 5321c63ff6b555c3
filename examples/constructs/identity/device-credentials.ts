import type { Construct } from "constructs";
import { type BackendContext, DeviceCredentials } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new DeviceCredentials(scope, "credentials", { context, dataClass: "telemetry" });
}
