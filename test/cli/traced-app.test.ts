import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enforce } from "../../policies/enforce.js";
import { bulwark, ROOT } from "../support/cli.js";

const APP = "test/cli/traced-app.ts";
const lines = readFileSync(join(ROOT, APP), "utf8").split("\n");
/** Where a text stands in the app, as SARIF counts. */
function placeOf(text: string): { readonly startLine: number; readonly startColumn: number } {
  const at = lines.findIndex((line) => line.includes(text));
  return { startLine: at + 1, startColumn: (lines[at] ?? "").indexOf(text) + 1 };
}
const BUCKET = placeOf("new SecureBucket(");
const QUEUE = placeOf("new SqsQueue(this");

let outdir: string;
let stack: string;
beforeAll(() => {
  // Beside the sources, as a project has it: the lines are kept relative to the stack.
  mkdirSync(join(ROOT, "cdktf.out"), { recursive: true });
  outdir = mkdtempSync(join(ROOT, "cdktf.out/traced-"));
  stack = join(outdir, "stacks/traced/cdk.tf.json");
  synthesize(outdir);
});
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

function synthesize(out: string, env: Readonly<Record<string, string>> = {}): void {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", APP], {
    cwd: ROOT,
    env: { ...process.env, CDKTF_OUTDIR: out, ...env },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
}

interface Sarif {
  readonly runs: readonly [{ readonly results: readonly SarifResult[] }];
}
interface SarifResult {
  readonly ruleId: string;
  readonly locations: readonly [{ readonly physicalLocation: Place }];
  readonly relatedLocations?: readonly { readonly physicalLocation: Place }[];
}
interface Place {
  readonly artifactLocation: { readonly uri: string };
  readonly region: { readonly startLine: number };
}

async function sarifOf(...inputs: readonly string[]): Promise<(rule: string) => SarifResult | undefined> {
  const { stdout } = await bulwark(["check", ...inputs, "--format", "sarif", "--only", "s3-*", "--only", "sqs-*"]);
  const { results } = (JSON.parse(stdout) as Sarif).runs[0];
  return (rule) => results.find(({ ruleId }) => ruleId === rule);
}

describe("an app that carries its sources", { timeout: 120_000 }, () => {
  it("has a finding at the line that made the construct, in SARIF, with the line of the stack beside it", async () => {
    const found = await sarifOf(stack);
    const bucket = found("s3-bucket-public-access-blocked");
    expect(bucket?.locations[0].physicalLocation).toMatchObject({ artifactLocation: { uri: APP }, region: BUCKET });
    expect(bucket?.relatedLocations?.[0]?.physicalLocation.artifactLocation.uri).toMatch(
      /^cdktf\.out\/traced-\w+\/stacks\/traced\/cdk\.tf\.json$/,
    );
    expect(found("sqs-queue-encrypted")?.locations[0].physicalLocation).toMatchObject({ artifactLocation: { uri: APP }, region: QUEUE });
  });

  it("has it there in annotations, in a terminal and in enforce, whatever folder the check is started in", async () => {
    const at = `${APP}:${BUCKET.startLine}:${BUCKET.startColumn}`;
    const github = await bulwark(["check", stack, "--format", "github"]);
    expect(github.stdout).toContain(`file=${APP},line=${BUCKET.startLine},col=${BUCKET.startColumn},title=s3-bucket-public-access-blocked`);
    const pretty = await bulwark(["check", "stacks/traced/cdk.tf.json"], { cwd: outdir });
    expect(pretty.stdout).toMatch(new RegExp(`where +\\.\\./\\.\\./${at}\\n +input +stacks/traced/cdk\\.tf\\.json:\\d+:\\d+\\n`));
    await expect(enforce({ outdir })).rejects.toThrow(`[Error at /traced/exports/bucket, ${at}] s3-bucket-public-access-blocked`);
  });

  it("gives its lines to a plan that is checked with it, since a plan carries none", async () => {
    const plan = join(outdir, "plan.json");
    writeFileSync(plan, JSON.stringify(planOf("aws_sqs_queue", stack)));
    const alone = await sarifOf(plan);
    expect(alone("sqs-queue-encrypted")?.locations[0].physicalLocation.artifactLocation.uri).toMatch(/plan\.json$/);
    const together = await bulwark(["check", plan, stack, "--format", "json", "--only", "sqs-queue-encrypted"]);
    const { results } = JSON.parse(together.stdout) as { results: readonly { location: { file: string }; source: object }[] };
    expect(results.find(({ location }) => location.file === plan)?.source).toMatchObject({ line: QUEUE.startLine });
  });

  it("has the same fingerprints as without, and differs by the lines alone", async () => {
    const plain = mkdtempSync(join(tmpdir(), "bulwark-untraced-"));
    try {
      synthesize(plain, { TRACES: "none" });
      const untraced = join(plain, "stacks/traced/cdk.tf.json");
      const text = readFileSync(stack, "utf8");
      expect(text.match(/"stackTrace"/g)?.length).toBeGreaterThan(15);
      expect(JSON.parse(text.replace(/,\s*"stackTrace": \[[^\]]*\]/g, ""))).toEqual(JSON.parse(readFileSync(untraced, "utf8")));
      const [traced, without] = await Promise.all([stack, untraced].map((path) => bulwark(["check", path, "--format", "json"])));
      const prints = (json = "") => (JSON.parse(json) as { results: { fingerprint: string }[] }).results.map((each) => each.fingerprint);
      expect(prints(traced?.stdout)).toEqual(prints(without?.stdout));
    } finally {
      rmSync(plain, { recursive: true, force: true });
    }
  });
});

/** The least of a plan: the only resource of a type, as the stack has it. */
function planOf(type: string, synth: string): object {
  const { resource: types } = JSON.parse(readFileSync(synth, "utf8")) as {
    resource: Record<string, Record<string, Record<string, unknown>>>;
  };
  const [[name, values] = ["", {}]] = Object.entries(types[type] ?? {}).map(([name, { "//": _, ...rest }]) => [name, rest] as const);
  const resource = { address: `${type}.${name}`, mode: "managed", type, name, provider_name: "registry.terraform.io/hashicorp/aws" };
  return {
    format_version: "1.2",
    terraform_version: "1.13.0",
    planned_values: { root_module: { resources: [{ ...resource, values }] } },
    resource_changes: [{ ...resource, change: { actions: ["create"], before: null, after: values, after_unknown: {} } }],
    configuration: { root_module: { resources: [{ ...resource, expressions: {} }] } },
  };
}
