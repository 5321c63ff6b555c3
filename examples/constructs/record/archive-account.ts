import type { Construct } from "constructs";
import { ArchiveAccount, type BackendContext } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new ArchiveAccount(scope, "archive", { context, sources: [{ account: "222233334444", product: "sensor" }] });
}
