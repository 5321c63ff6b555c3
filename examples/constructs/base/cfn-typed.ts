import type { Construct } from "constructs";
import { type BackendContext, CfnTyped, SOFTWARE_PACKAGE } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new CfnTyped(scope, "package", {
    context,
    type: SOFTWARE_PACKAGE,
    dataClass: "firmware",
    properties: { PackageName: context.name("sensor"), Description: "Firmware of the room sensor" },
  });
}
