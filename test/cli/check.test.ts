import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { reportAbsent } from "../support/absent-tools.js";
import { bulwark, ROOT } from "../support/cli.js";

const PLAN = join(ROOT, "examples/insecure/plan.json");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-check-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

describe("bulwark check", () => {
  it("writes several formats at once, one of them to stdout", async () => {
    const ended = await bulwark([
      ...["check", PLAN, "--format", "github", "--format", `sarif=${at("a.sarif")}`, "--format", `junit=${at("a.xml")}`],
      ...["--format", `markdown=${at("a.md")}`, "--format", `gitlab=${at("a.json")}`],
    ]);
    expect(ended.code).toBe(1);
    const { fail } = JSON.parse(readFileSync(join(ROOT, "examples/insecure/expected-results.json"), "utf8")).summary;
    expect(ended.stdout.match(/^::(error|warning|notice) file=examples\/insecure\/plan\.json,line=\d+/gm)).toHaveLength(fail);
    expect(JSON.parse(readFileSync(at("a.sarif"), "utf8")).runs[0].results).toHaveLength(fail);
    expect(readFileSync(at("a.xml"), "utf8").match(/<failure /g)).toHaveLength(fail);
    expect(readFileSync(at("a.md"), "utf8")).toContain(`## Bulwark: ${fail} failures`);
    expect(JSON.parse(readFileSync(at("a.json"), "utf8"))).toHaveLength(fail);
  });

  it("takes what it finds into a baseline, passes with it, and fails on what the baseline lacks", async () => {
    const file = at("known.json");
    expect((await bulwark(["check", PLAN, "--write-baseline", file])).code).toBe(0);
    expect((await bulwark(["check", PLAN, "--baseline", file])).code).toBe(0);
    const lines = readFileSync(file, "utf8").split("\n");
    writeFileSync(at("less.json"), [...lines.slice(0, 4), ...lines.slice(5)].join("\n"));
    const less = await bulwark(["check", PLAN, "--baseline", at("less.json")]);
    expect(less.code).toBe(1);
    expect(less.stdout).toMatch(/less\.json {2}\d+ known, 1 new, 0 fixed/);
    const elsewhere = await bulwark(["check", join(ROOT, "test/fixtures/lift/changes/plan.json"), "--baseline", file]);
    expect(elsewhere.stdout).toMatch(/^ {2}fixed {2}iot-/m);
  });

  it("refuses half a baseline, a pattern without a rule, and --changed-only without a plan", async () => {
    const calls = [
      [["--write-baseline", at("half.json"), "--only", "s3-*"], /whole check/],
      [["--skip", "s4-*"], /BW_SELECTION_EMPTY.*s4-/],
    ] as const;
    for (const [args, message] of calls) {
      const ended = await bulwark(["check", PLAN, ...args]);
      expect([ended.code, message.test(ended.stderr)], ended.stderr).toEqual([2, true]);
    }
    expect(existsSync(at("half.json"))).toBe(false);
    const synth = await bulwark(["check", join(ROOT, "test/fixtures/synth/smart-home.cdk.tf.json"), "--changed-only"]);
    expect([synth.code, synth.stderr.includes("needs a plan")]).toEqual([2, true]);
  });

  it("imports waivers that check refuses until somebody completes them", async () => {
    writeFileSync(at("main.tf"), 'resource "aws_s3_bucket" "b" {\n  # checkov:skip=CKV_AWS_21:kept elsewhere for good\n}\n');
    const imported = await bulwark(["waivers", "import", at("main.tf")]);
    expect([imported.code, imported.stderr.trim()]).toEqual([0, "1 waiver to complete, 0 suppressions without a rule"]);
    writeFileSync(at("waivers.yaml"), imported.stdout);
    const refused = await bulwark(["check", PLAN, "--waivers", at("waivers.yaml")]);
    expect([refused.code, refused.stderr.includes("BW_DOCUMENT_INVALID")]).toEqual([2, true]);
    expect(refused.stderr).toMatch(/waivers\.yaml:\d+:\d+: waivers\[0\]\.(owner|expires)/);
  });
});

const bash = spawnSync("bash", ["--version"]).error === undefined;
if (!bash) reportAbsent("bash", "the script of the GitHub Action");

describe("the GitHub Action and the pre-commit hooks", () => {
  const action = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));

  it("never put an input into the text of a script", () => {
    for (const { run = "" } of action.runs.steps) expect(run).not.toContain("${{");
  });

  /** The script of the step `check`, with a stand-in for Node that writes down how it was called. */
  function act(inputs: Readonly<Record<string, string>>): {
    readonly status: number | null;
    readonly output: string;
    readonly call: readonly string[];
  } {
    writeFileSync(at("node"), '#!/bin/sh\nprintf "%s\\n" "$@" > "$CALLED"\nexit 1\n', { mode: 0o755 });
    writeFileSync(at("output"), "");
    const { run, env } = action.runs.steps.find(({ id }: { id?: string }) => id === "check");
    const none = Object.fromEntries(Object.keys(env).map((name) => [name, ""]));
    const ended = spawnSync("bash", ["-eo", "pipefail", "-c", run], {
      cwd: folder,
      encoding: "utf8",
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        CALLED: at("called"),
        GITHUB_ACTION_PATH: "/action",
        GITHUB_OUTPUT: at("output"),
        ...none,
        BULWARK_FORMAT: "github",
        BULWARK_FAIL_ON: "low",
        ...inputs,
      },
    });
    const [launcher, command, ...call] = readFileSync(at("called"), "utf8").trimEnd().split("\n");
    expect([launcher, command]).toEqual(["/action/dist/cli/bulwark.cjs", "check"]);
    return { status: ended.status, output: readFileSync(at("output"), "utf8"), call };
  }

  it.runIf(bash)("turns its inputs into one call, whatever they hold", () => {
    const { status, output, call } = act({
      BULWARK_PATHS: "plan one.json\n$(touch evil)\n",
      BULWARK_FORMAT: "github\n  sarif=a.sarif\r\n",
      BULWARK_FAIL_ON: "high",
      BULWARK_STRICT: "true",
      BULWARK_CHANGED_ONLY: "true",
      BULWARK_ONLY: "s3-*\niam-*",
      BULWARK_SKIP: "*-described",
      BULWARK_SOURCE: "infra $(touch evil)",
      BULWARK_CONFIG: "`touch evil`.yaml",
      BULWARK_POLICY: "rules one\nrules.tar.gz",
      BULWARK_WAIVERS: " w.yaml ",
    });
    expect([status, output]).toEqual([1, "exit-code=1\n"]);
    expect(call).toEqual([
      ...["--fail-on", "high", "--format", "github", "--format", "sarif=a.sarif", "--strict", "--changed-only"],
      ...["--only", "s3-*", "--only", "iam-*", "--skip", "*-described", "--source", "infra $(touch evil)", "--config", "`touch evil`.yaml"],
      ...["--policy", "rules one", "--policy", "rules.tar.gz", "--waivers", "w.yaml", "--", "plan one.json", "$(touch evil)"],
    ]);
    expect(existsSync(at("evil"))).toBe(false);
  });

  it.runIf(bash)("trims its paths and reads them as patterns, where there is no file of that name", () => {
    for (const file of ["envs/a b/plan.json", "envs/c/deep/plan.json", "envs/[x].json", "envs/x.json"]) {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), "{}");
    }
    const { call } = act({ BULWARK_PATHS: "  envs/**/plan.json\t\n\n envs/[x].json\nenvs/gone*.json\n-x\n" });
    expect(call.slice(call.indexOf("--") + 1)).toEqual([
      "envs/a b/plan.json",
      "envs/c/deep/plan.json",
      "envs/[x].json",
      "envs/gone*.json",
      "-x",
    ]);
  });

  it("hands every input to its script, and every option that is an input is one of the check", async () => {
    const { env } = action.runs.steps.find(({ id }: { id?: string }) => id === "check");
    const given = Object.keys(action.inputs);
    expect(Object.values(env).sort()).toEqual(given.map((name) => `\${{ inputs.${name} }}`).sort());
    const { stdout } = await bulwark(["check", "--help"]);
    for (const name of given.filter((name) => name !== "paths")) expect(stdout).toContain(`--${name} `);
  });

  it("are started by Terraform files, plans, stacks and dossiers, and no other JSON or YAML, and judge what their arguments name", () => {
    const hooks = parse(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8"));
    const [check, dossier] = hooks;
    const matched = (pattern: string) =>
      [
        "plan.json",
        "env/prod.plan.json",
        "env/main.tf",
        "env/prod.auto.tfvars",
        "cdktf.out/stacks/a/cdk.tf.json",
        "package.json",
        "dossier/a/product.yaml",
        "ci.yaml",
      ].filter((path) => new RegExp(pattern).test(path));
    expect(matched(check.files)).toEqual([
      "plan.json",
      "env/prod.plan.json",
      "env/main.tf",
      "env/prod.auto.tfvars",
      "cdktf.out/stacks/a/cdk.tf.json",
      "dossier/a/product.yaml",
    ]);
    expect(matched(dossier.files)).toEqual(["dossier/a/product.yaml"]);
    expect(hooks.map(({ args }: { args: unknown }) => args)).toEqual([["."], ["dossier"]]);
    for (const { pass_filenames: passes } of hooks) expect(passes).toBe(false);
  });
});

describe("bulwark explain", () => {
  it("shows a finding of a report with its rule, by the beginning of its fingerprint", async () => {
    const report = at("report.json");
    await bulwark(["check", PLAN, "--format", `json=${report}`, "--format", "github"]);
    const [finding] = JSON.parse(readFileSync(report, "utf8")).results;
    const shown = await bulwark(["explain", finding.fingerprint.slice(0, 8), "--in", report]);
    expect(shown.code).toBe(0);
    for (const text of [finding.address, finding.fingerprint, "examples/insecure/plan.json:", `docs/rules/${finding.rule}.md`])
      expect(shown.stdout).toContain(text);
    const whole = JSON.parse((await bulwark(["explain", finding.fingerprint, "--in", report, "--format", "json"])).stdout);
    expect([whole.finding, whole.rule.id]).toEqual([finding, finding.rule]);
  });

  it("says which report lacks the finding, and refuses a file that is no report", async () => {
    const report = at("none.json");
    writeFileSync(report, '{"results":[]}');
    const absent = await bulwark(["explain", "0123456789abcdef", "--in", report]);
    expect([absent.code, absent.stderr]).toEqual([2, expect.stringMatching(/BW_FINDING_UNKNOWN.*none\.json.*none of its 0 results/)]);
    writeFileSync(report, "{");
    expect((await bulwark(["explain", "0123456789abcdef", "--in", report])).stderr).toContain("BW_JSON_INVALID");
  });
});
