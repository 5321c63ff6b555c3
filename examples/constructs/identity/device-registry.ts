import type { Construct } from "constructs";
import { type BackendContext, DataKey, DeviceRegistry } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  new DeviceRegistry(scope, "registry", { context, key: identityKey });
}
