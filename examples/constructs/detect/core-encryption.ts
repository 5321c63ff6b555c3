import type { Construct } from "constructs";
import { type BackendContext, CoreEncryption, DataKey } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  new CoreEncryption(scope, "core-encryption", { context, key: identityKey });
}
