import { App } from "#tf";
import { IndustrialGatewayStack } from "./stack.js";

// In a project of your own import from "cdktf" and "@cdktf/provider-aws/lib/provider"; #tf and #aws are this repository's names for them.
const app = new App({ stackTraces: false });
new IndustrialGatewayStack(app, "industrial-gateway");
app.synth();
