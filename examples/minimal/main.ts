import { IotBackend } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";
import { App, LocalBackend, TerraformStack } from "#tf";

const app = new App({ stackTraces: false });
const stack = new TerraformStack(app, "minimal");
new AwsProvider(stack, "aws", { region: "eu-central-1" });
new LocalBackend(stack, { path: "terraform.tfstate" });
new IotBackend(stack, "fleet", {
  product: "thermostat",
  account: "111122223333",
  region: "eu-central-1",
  models: [{ name: "wall-unit", description: "Wall thermostat", supportUntil: "2031-12-31" }],
  telemetryFields: ["ts", "celsius"],
  signingCertificateArn: "arn:aws:acm:eu-central-1:111122223333:certificate/0c7f2a6e-52f4-4b62-8a0c-7d1c2b9b6a11",
  operations: "none",
  privacy: "none",
  defence: "none",
});
app.synth();
