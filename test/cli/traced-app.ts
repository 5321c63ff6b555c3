import { Construct } from "constructs";
import { AwsProvider } from "#aws/provider";
import { SqsQueue } from "#aws/sqs-queue";
import { App, LocalBackend, TerraformStack } from "#tf";
import { AccessLogBucket, BackendContext, carrySources, DataKey, SecureBucket } from "../../constructs/index.js";

/** A construct of the app's own: what it makes was made in here. */
class Inbox extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new SqsQueue(this, "queue", { name: "inbox", sqsManagedSseEnabled: false });
  }
}

const app = process.env.TRACES === "none" ? new App({ stackTraces: false }) : new App();
const stack = new TerraformStack(carrySources(app), "traced");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
new LocalBackend(stack, { path: "terraform.tfstate" });
const context = new BackendContext(stack, { product: "acme", account: "111122223333", region: "eu-west-1", asOf: "2026-11-25" });
const key = new DataKey(stack, "key", { context, dataClass: "telemetry" });
const accessLogs = new AccessLogBucket(stack, "access-logs", { context }).bucket;
const exports = new SecureBucket(stack, "exports", {
  ...{ context, key, accessLogs, purpose: "exports", dataClass: "telemetry", expireDays: 90 },
});
exports.publicAccessBlock.blockPublicAcls = false;
new Inbox(stack, "inbox");
// An app that carries nothing, in the same process.
const other = new TerraformStack(new App({ outdir: `${app.outdir}/other` }), "other");
new SqsQueue(other, "queue", { name: "other" });
app.synth();
