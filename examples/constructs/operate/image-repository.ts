import type { Construct } from "constructs";
import { type BackendContext, DataKey, ImageRepository } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const firmwareKey = new DataKey(scope, "firmware-key", { context, dataClass: "firmware" });
  new ImageRepository(scope, "bridge", { context, name: "bridge", key: firmwareKey });
}
