import { AwsProvider } from "#aws/provider";
import { App, LocalBackend, TerraformStack } from "#tf";
import { IotBackend } from "../../constructs/index.js";
import { PROPS } from "./fleet.js";

/** A program of its own, for what only shows once a process has ended. */
const app = new App({ stackTraces: false });
const stack = new TerraformStack(app, "minimal");
new AwsProvider(stack, "aws", { region: PROPS.region });
new LocalBackend(stack, { path: "terraform.tfstate" });
new IotBackend(stack, "fleet", { ...PROPS, operations: "none", privacy: "none", defence: "none" });
app.synth();
