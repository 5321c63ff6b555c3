import type { Construct } from "constructs";
import { IotBackend } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";
import { LocalBackend, TerraformStack } from "#tf";

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";

/** A door lock, a camera and the hub between them and the cloud, sold in the EU and the United Kingdom. */
export class SmartHomeStack extends TerraformStack {
  readonly backend: IotBackend;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: REGION });
    // Keep the state of a real deployment in an encrypted, versioned bucket: docs/constructs.md shows the S3Backend for it.
    new LocalBackend(this, { path: "terraform.tfstate" });
    this.backend = new IotBackend(this, "fleet", {
      product: "smart-home",
      account: ACCOUNT,
      region: REGION,
      models: [
        { name: "door-lock", description: "Door lock with a battery of its own", supportUntil: "2032-06-30" },
        { name: "camera", description: "Outdoor camera", supportUntil: "2032-06-30" },
        { name: "hub", description: "Hub that speaks for the sensors of a house", supportUntil: "2034-06-30" },
      ],
      telemetryFields: ["ts", "seq", "model", "firmware", "battery", "rssi", "state", "motion"],
      signingCertificateArn: `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/5b1f7c0a-8f3e-4d7b-9c55-2f6f3a1e9d10`,
      alertEmails: ["security@smart-home.example"],
      // What the record of processing rests on consent; the rest is what the contract takes.
      privacy: { consentFields: { motion: "motion-alerts" } },
      // The account is this product's own. In an organisation that has these watchers, say "assume-existing".
      operations: { accountGuard: "create", runbookUrl: "https://runbooks.smart-home.example/alarms" },
    });
  }
}
