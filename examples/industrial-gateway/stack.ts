import { fileURLToPath } from "node:url";
import type { Construct } from "constructs";
import { IotBackend } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";
import { LocalBackend, TerraformStack } from "#tf";

const ACCOUNT = "444455556666";
const REGION = "eu-central-1";

/** Gateways in the switch cabinets of factories: Linux machines that speak MQTT to AWS IoT and are patched by Systems Manager. */
export class IndustrialGatewayStack extends TerraformStack {
  readonly backend: IotBackend;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: REGION });
    new LocalBackend(this, { path: "terraform.tfstate" });
    this.backend = new IotBackend(this, "fleet", {
      product: "line-gateway",
      account: ACCOUNT,
      region: REGION,
      // The day the dossier is judged on as well; leave it out of a project of your own.
      asOf: "2026-11-25",
      models: [{ name: "edge-g4", description: "Gateway for one production line", supportUntil: "2036-12-31" }],
      // Readings of a machine, no operator's name among them.
      telemetryFields: ["ts", "seq", "firmware", "state", "spindle_rpm", "temperature", "vibration"],
      signingCertificateArn: `arn:aws:acm:${REGION}:${ACCOUNT}:certificate/9d2c41f7-3a60-4be5-8f0e-71c5a4d2b863`,
      alertEmails: ["product-security@halden.example"],
      // The plant writes each gateway's certificate with its own CA, so its first connect makes it a thing. Claim certificates are not used.
      deviceCa: { caCertificateFile: fileURLToPath(new URL("pki/gateway-ca.pem", import.meta.url)), autoRegistration: true },
      provisioningEnabled: false,
      // No consumer, no consent: telemetry says nothing about people, so it keeps the machine's name.
      privacy: "none",
      // Cut a gateway off, but never switch its certificate off: a technician would have to travel to it.
      defence: { regimes: ["eu-cra", "eu-nis2"], deactivateCertificates: false },
      operations: {
        // The group runs these watchers for all of its accounts, from one it delegates them to.
        accountGuard: "assume-existing",
        operators: "none",
        gateways: {
          operatingSystem: "ROCKY_LINUX",
          // Standard shutdown of the lines is on Sunday morning.
          schedule: "cron(0 4 ? * SUN *)",
          timeZone: "Europe/Berlin",
        },
        images: ["edge-runtime"],
        runbookUrl: "https://runbooks.halden.example/gateways",
      },
    });
  }
}
