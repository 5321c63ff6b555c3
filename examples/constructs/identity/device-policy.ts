import type { Construct } from "constructs";
import { type BackendContext, DeviceCredentials, DevicePolicy } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const credentials = new DeviceCredentials(scope, "credentials", { context, dataClass: "telemetry" });
  new DevicePolicy(scope, "device-policy", { context, roleAlias: credentials.aliasName });
}
