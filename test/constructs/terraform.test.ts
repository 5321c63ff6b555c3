import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import { findTerraform, planConfiguration, type RealPlan } from "../support/terraform.js";
import { findTerraformForStacks } from "../support/two-stacks.js";

const ROOT = resolve(import.meta.dirname, "../..");
const terraform = findTerraformForStacks("the examples are not validated and planned with the real provider");
const forHcl = findTerraform("examples/insecure is not planned with the real provider");

interface Change {
  readonly address: string;
  readonly type: string;
  readonly change: { readonly after: Readonly<Record<string, unknown>>; readonly after_unknown: Readonly<Record<string, unknown>> };
}

/** Runs an example as a user would, on the sources, and plans what it wrote. */
function planExample(name: string, stack: string = name): RealPlan {
  if (!terraform) throw new Error("terraform is absent");
  const out = mkdtempSync(join(tmpdir(), "bulwark-example-"));
  try {
    const env = { ...process.env, CDKTF_OUTDIR: out, TSX_TSCONFIG_PATH: join(ROOT, "tools/tsconfig.json") };
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", join(ROOT, `examples/${name}/main.ts`)], {
      cwd: ROOT,
      env,
      encoding: "utf8",
    });
    expect(stderr, stderr).toBe("");
    expect(status).toBe(0);
    return planConfiguration(terraform, join(out, "stacks", stack, "cdk.tf.json"));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** What `bulwark check` lists of a plan: failures, unknowns and waivers. */
async function findings(plan: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-example-plan-"));
  try {
    const path = join(folder, "plan.json");
    writeFileSync(path, plan);
    const { report } = await checkPaths([path], { asOf: "2026-11-25" });
    return report.results.map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const changes = (plan: string): readonly Change[] => (JSON.parse(plan) as { resource_changes: readonly Change[] }).resource_changes;

describe("the real provider hashicorp/aws 5.100.0, offline", () => {
  it.runIf(terraform)("validates and plans examples/smart-home, and knows every document before apply", { timeout: 300_000 }, () => {
    const plan = planExample("smart-home");
    expect(plan.summary).toMatch(/^Plan: \d+ to add, 0 to change, 0 to destroy\.$/);
    expect(plan.warnings).toBe(false);
    const planned = changes(plan.json);
    expect(planned.length).toBeGreaterThan(95);
    const hidden = planned.flatMap(({ address, type, change }) =>
      ["policy", "assume_role_policy", "template_body", "sql", "name", "bucket"]
        .filter((key) => change.after_unknown[key] === true && !(key === "policy" && POLICY_ELSEWHERE.includes(type)))
        // AWS itself names the role it links to a service.
        .filter((key) => !(key === "name" && type === "aws_iam_service_linked_role"))
        .map((key) => `${address}.${key}`),
    );
    expect(hidden).toEqual([]);
    const fixture = changes(readFileSync(join(ROOT, "test/fixtures/plans/smart-home.plan.json"), "utf8"));
    expect(planned.map(({ address }) => address).sort()).toEqual(fixture.map(({ address }) => address).sort());
  });

  for (const [name, least, most, stack] of [
    ["minimal", 90, 170, "minimal"],
    ["industrial-gateway", 200, 350, "industrial-gateway"],
    ["scale-out", 400, 550, "scale-out"],
    ["scale-out", 25, 60, "scale-out-archive"],
  ] as const)
    it.runIf(terraform)(
      `validates and plans ${stack} of examples/${name}, and the plan passes every rule`,
      { timeout: 240_000 },
      async () => {
        const { json, summary, warnings } = planExample(name, stack);
        console.info(`${stack} of examples/${name}: ${summary}`);
        const [, added] = /^Plan: (\d+) to add, 0 to change, 0 to destroy\.$/.exec(summary) ?? [];
        expect(Number(added)).toBeGreaterThan(least);
        expect(Number(added)).toBeLessThan(most);
        expect(warnings).toBe(false);
        expect(await findings(json)).toEqual([]);
      },
    );

  it.runIf(forHcl)("plans examples/insecure to the committed plan", { timeout: 300_000 }, () => {
    if (!forHcl) return;
    const plan = planConfiguration(forHcl, join(ROOT, "examples/insecure/main.tf"));
    expect(JSON.parse(plan.json)).toEqual(JSON.parse(readFileSync(join(ROOT, "examples/insecure/plan.json"), "utf8")));
  });
});

/** These take their policy as a resource of its own; the attribute only shows it back. */
const POLICY_ELSEWHERE = ["aws_s3_bucket", "aws_sns_topic", "aws_sqs_queue"];
