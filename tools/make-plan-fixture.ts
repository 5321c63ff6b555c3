import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { planBrownfield } from "../test/support/brownfield.js";
import { findTerraform, planConfiguration, type RealPlan, type Terraform } from "../test/support/terraform.js";

/**
 * Makes the committed inputs of the tests and of the bench anew: the synthesized stack and the real plan of examples/smart-home, and the real
 * plan of examples/insecure, of examples/brownfield, of the further types that other checkers are compared on, of documents that only the files have, and of the modules of the bench.
 * Needs Terraform and hashicorp/aws 5.100.0 (TF_CLI_CONFIG_FILE or BULWARK_TF_MIRROR).
 * Usage: npx tsx tools/make-plan-fixture.ts
 */
const ROOT = resolve(import.meta.dirname, "..");

const terraform = findTerraform("the fixtures cannot be made");
if (terraform) make(terraform);
else {
  console.error("terraform or its AWS provider is absent; set TF_CLI_CONFIG_FILE or BULWARK_TF_MIRROR");
  process.exitCode = 2;
}

function make(found: Terraform): void {
  const stack = synthesize(join(ROOT, "examples/smart-home/main.ts"), "smart-home");
  const synth = join(ROOT, "test/fixtures/synth/smart-home.cdk.tf.json");
  mkdirSync(dirname(synth), { recursive: true });
  copyFileSync(stack, synth);
  writePlan(planConfiguration(found, stack), join(ROOT, "test/fixtures/plans/smart-home.plan.json"));
  writePlan(readable(planConfiguration(found, join(ROOT, "examples/insecure/main.tf"))), join(ROOT, "examples/insecure/plan.json"));
  const further = join(ROOT, "test/fixtures/elsewhere/further");
  for (const folder of [further, ...["source-documents", "source-forms"].map((name) => join(ROOT, "test/fixtures", name))])
    writePlan(planConfiguration(found, join(folder, "main.tf")), join(folder, "plan.json"));
  const json = join(ROOT, "test/fixtures/source-json");
  writePlan(planConfiguration(found, join(json, "cdk.tf.json")), join(json, "plan.json"));
  for (const module of ["bench/gateways", "bench/telemetry"])
    writePlan(planConfiguration(found, join(ROOT, module, "main.tf")), join(ROOT, module, "plan.json"));
  writePlan(readable(planBrownfield(found, ROOT, false)), join(ROOT, "examples/brownfield/plan.json"));
  writePlan(readable(planBrownfield(found, ROOT, true)), join(ROOT, "examples/brownfield/next/plan.json"));
}

/** Runs the app on the sources, not on what was built last. */
function synthesize(app: string, stack: string): string {
  const out = mkdtempSync(join(tmpdir(), "bulwark-synth-"));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const env = { ...process.env, CDKTF_OUTDIR: out, TSX_TSCONFIG_PATH: join(ROOT, "tools/tsconfig.json") };
  const { status, stderr } = spawnSync(process.execPath, ["--import", tsx, app], { cwd: ROOT, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`the app ${app} did not synthesize:\n${stderr}`);
  process.on("exit", () => rmSync(out, { recursive: true, force: true }));
  return join(out, "stacks", stack, "cdk.tf.json");
}

/** A finding then has a line of its own to point at. */
function readable(plan: RealPlan): RealPlan {
  return { ...plan, json: JSON.stringify(JSON.parse(plan.json), null, 2) };
}

function writePlan({ json, summary }: RealPlan, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${json}\n`);
  console.log(`${target.slice(ROOT.length + 1)}: ${summary}`);
}
