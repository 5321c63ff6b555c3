import { fileURLToPath } from "node:url";
import type { Construct } from "constructs";
import { ArchiveAccount, BackendContext, IotBackend } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";
import { LocalBackend, TerraformStack } from "#tf";

const PRODUCT = "charge-point";
const FLEET_ACCOUNT = "222233334444";
const ARCHIVE_ACCOUNT = "777788889999";
const REGION = "eu-central-1";
const SECOND_REGION = "eu-west-1";
/** The day the example is judged on; leave it out of a project of your own. */
const AS_OF = "2026-11-25";

/** The archive, in an account that the people of the fleet do not work in. It is deployed first and gives out the ARN of its key. */
export class ArchiveStack extends TerraformStack {
  readonly archive: ArchiveAccount;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: REGION });
    new LocalBackend(this, { path: "archive.tfstate" });
    this.archive = new ArchiveAccount(this, "archive", {
      context: new BackendContext(this, { product: PRODUCT, account: ARCHIVE_ACCOUNT, region: REGION, asOf: AS_OF }),
      sources: [{ account: FLEET_ACCOUNT }],
    });
  }
}

/** Charge points along motorways. They have to charge when a region is gone, and what happened has to be known when an account was taken over. */
export class ScaleOutStack extends TerraformStack {
  readonly backend: IotBackend;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: REGION });
    const second = new AwsProvider(this, "aws-second", { alias: "second", region: SECOND_REGION });
    new LocalBackend(this, { path: "fleet.tfstate" });
    this.backend = new IotBackend(this, "fleet", {
      product: PRODUCT,
      account: FLEET_ACCOUNT,
      region: REGION,
      asOf: AS_OF,
      models: [{ name: "dc-150", description: "Charge point of 150 kW", supportUntil: "2036-12-31" }],
      telemetryFields: ["ts", "seq", "firmware", "connector", "state", "kwh"],
      // Kilowatt hours of a connector, no driver among them.
      telemetryRetentionDays: "technical",
      signingCertificateArn: `arn:aws:acm:${REGION}:${FLEET_ACCOUNT}:certificate/3f0a9b52-6c1d-4e7f-8a94-d2b75e61c083`,
      alertEmails: ["security@volta.example"],
      // A certificate of the own CA is known in both regions at its first connect; one that AWS IoT issued would have to be registered twice.
      deviceCa: { caCertificateFile: fileURLToPath(new URL("pki/charge-point-ca.pem", import.meta.url)), autoRegistration: true },
      provisioningEnabled: false,
      archive: { account: ARCHIVE_ACCOUNT, keyArn: `arn:aws:kms:${REGION}:${ARCHIVE_ACCOUNT}:key/5d2f7c8e-90ab-4c36-b1e7-2a64f0d98c15` },
      secondRegion: { region: SECOND_REGION, provider: second },
    });
  }
}
