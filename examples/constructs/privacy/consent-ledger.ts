import type { Construct } from "constructs";
import { type BackendContext, ConsentLedger, DataKey } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const identityKey = new DataKey(scope, "identity-key", { context, dataClass: "identity" });
  new ConsentLedger(scope, "ledger", { context, key: identityKey });
}
