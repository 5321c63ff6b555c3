import type { Construct } from "constructs";
import { type BackendContext, DeviceCa, DevicePolicy, ThingGroups, ThingTypes } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  const models = [{ name: "sensor", description: "Room sensor", supportUntil: "2032-06-30" }];
  const types = new ThingTypes(scope, "types", { context, models });
  const groups = new ThingGroups(scope, "groups", { context });
  const devicePolicy = new DevicePolicy(scope, "device-policy", { context, roleAlias: undefined });
  new DeviceCa(scope, "device-ca", {
    context,
    types,
    groups,
    devicePolicy,
    caCertificateFile: "examples/industrial-gateway/pki/gateway-ca.pem",
  });
}
