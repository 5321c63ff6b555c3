import type { Construct } from "constructs";
import { type BackendContext, IotBackend } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";

export function example(scope: Construct, context: BackendContext): void {
  new IotBackend(scope, "fleet", {
    product: context.product,
    account: context.account,
    region: context.region,
    models: [{ name: "sensor", description: "Room sensor", supportUntil: "2032-06-30" }],
    telemetryFields: ["ts", "celsius"],
    signingCertificateArn: context.arn("acm", "certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11"),
    asOf: context.asOf,
    secondRegion: { region: "eu-central-1", provider: new AwsProvider(scope, "second", { alias: "second", region: "eu-central-1" }) },
  });
}
