import { App } from "#tf";
import { ArchiveStack, ScaleOutStack } from "./stack.js";

// In a project of your own import from "cdktf" and "@cdktf/provider-aws/lib/provider"; #tf and #aws are this repository's names for them.
const app = new App({ stackTraces: false });
new ArchiveStack(app, "scale-out-archive");
new ScaleOutStack(app, "scale-out");
app.synth();
