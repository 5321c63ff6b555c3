import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckReport } from "../../model/finding.js";
import { bulwark, type Ended, ROOT } from "../support/cli.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-bad-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A person sees the code, the place and a way out; never a stack. */
function expectCoded(ended: Ended, code: string, place: RegExp): void {
  expect(ended.stderr).toContain(code);
  expect(ended.stderr).toMatch(place);
  expect(ended.stderr.trim().split("\n").length).toBeGreaterThanOrEqual(2);
  expect(ended.stderr + ended.stdout).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(ended.code).toBe(2);
}

describe("bad input to check", () => {
  it("names a missing file", async () =>
    expectCoded(await bulwark(["check", join(folder, "absent.json")]), "BW_FILE_NOT_FOUND", /absent\.json/));

  it("names line and column of broken JSON", async () =>
    expectCoded(
      await bulwark(["check", file("broken.json", '{\n  "format_version": "1.2",\n  oops\n}')]),
      "BW_JSON_INVALID",
      /broken\.json:3:\d+/,
    ));

  it("names line and column of broken YAML", async () =>
    expectCoded(
      await bulwark(["check", file("broken.yaml", "kind: Product\nname: [a, b\nother: 1\n")]),
      "BW_YAML_INVALID",
      /broken\.yaml:\d+:\d+/,
    ));

  it("refuses a plan of an unknown format version by name", async () =>
    expectCoded(
      await bulwark([
        "check",
        file("future.json", JSON.stringify({ format_version: "9.0", terraform_version: "9.9.9", planned_values: { root_module: {} } })),
      ]),
      "BW_PLAN_VERSION",
      /9\.0/,
    ));

  it("tells what to do with a binary plan", async () => {
    const ended = await bulwark(["check", file("plan.bin", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0xff]))]);
    expectCoded(ended, "BW_FILE_BINARY", /plan\.bin/);
    expect(ended.stderr).toContain("terraform show -json");
  });

  it("refuses an empty folder", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    expectCoded(await bulwark(["check", empty]), "BW_FOLDER_EMPTY", /empty/);
  });

  it("refuses a document with an unknown key and suggests the known one", async () =>
    expectCoded(
      await bulwark(["check", file("waivers.yaml", "kind: Waivers\nwaiverz: []\n")]),
      "BW_DOCUMENT_INVALID",
      /waivers\.yaml:2:1.*waiverz/,
    ));

  it("refuses an unknown severity, a day that no calendar has and an unknown option", async () => {
    const path = file("any.json", "{}");
    expectCoded(await bulwark(["check", path, "--fail-on", "dire"]), "BW_USAGE", /dire/);
    expectCoded(await bulwark(["check", path, "--as-of", "2026-02-30"]), "BW_USAGE", /2026-02-30/);
    expectCoded(await bulwark(["check", path, "--frmat", "json"]), "BW_USAGE", /--frmat/);
    expectCoded(await bulwark(["check", path, "--format", "xml"]), "BW_USAGE", /xml.*pretty, json, sarif/);
  });
});

describe("a selection of rules", () => {
  const plan = join(ROOT, "test/fixtures/lift/changes/plan.json");

  it("that leaves none is refused, and so is an id of another tool, by its name here", async () => {
    expectCoded(
      await bulwark(["check", plan, "--only", "iot-*", "--skip", "iot-*"]),
      "BW_SELECTION_EMPTY",
      /--only iot-\* --skip iot-\*: selects no rule/,
    );
    for (const id of ["CKV_AWS_18", "S3.9"])
      expectCoded(await bulwark(["check", plan, "--skip", id]), "BW_SELECTION_EMPTY", /is called .*s3-bucket-access-logged.* here/);
    expectCoded(await bulwark(["explain", "CKV_AWS_18"]), "BW_RULE_UNKNOWN", /is called s3-bucket-access-logged here/);
    expectCoded(
      await bulwark(["explain", "avd-aws-0062"]),
      "BW_RULE_UNKNOWN",
      /has none, on purpose: Forced changes .* Judged instead: iam-password-length/,
    );
  });

  it("takes ids joined by commas", async () => {
    const insecure = join(ROOT, "examples/insecure/plan.json");
    const { stdout } = await bulwark([
      "check",
      insecure,
      "--only",
      "s3-bucket-versioned, iot-policy-connect-*",
      "--all",
      "--format",
      "json",
    ]);
    const { results } = JSON.parse(stdout) as CheckReport;
    expect([...new Set(results.map(({ rule }) => rule))].sort()).toEqual(["iot-policy-connect-bound", "s3-bucket-versioned"]);
  });
});

describe("a call that lacks something", () => {
  it("shows the help of a command without its subcommand", async () => {
    for (const args of [[], ["new"], ["waivers"]]) {
      const ended = await bulwark(args);
      expect([ended.code, ended.stdout]).toEqual([2, ""]);
      expect(ended.stderr).toMatch(/^Usage: bulwark/);
      expect(ended.stderr).not.toContain("BW_USAGE");
    }
  });

  it("reads stdin for a dash", async () => {
    expectCoded(await bulwark(["check", "-"], { input: "{" }), "BW_JSON_INVALID", /-:1:2/);
  });
});

describe("bad input elsewhere", () => {
  it("says what of a settings file counts, in its own words", async () => {
    const config = file("config.yaml", "rules: { baseline: { logging: { retentionDays: 0 } } }\n");
    const ended = await bulwark(["check", file("any2.json", "{}"), "--config", config]);
    expectCoded(ended, "BW_CONFIG_INVALID", /config\.yaml:1:\d+.*retentionDays: expected at least 1, found 0/);
    expect(ended.stderr).toContain("docs/custom-rules.md");
  });

  it("names a SARIF file given as a report", async () =>
    expectCoded(
      await bulwark(["explain", "0123456789abcdef", "--in", file("x.sarif", '{"version":"2.1.0","runs":[]}')]),
      "BW_USAGE",
      /x\.sarif: this is SARIF/,
    ));

  it("names the nearest rule", async () =>
    expectCoded(await bulwark(["explain", "s3-bucket-versionned"]), "BW_RULE_UNKNOWN", /Nearest: s3-bucket-/));

  it("refuses a folder that is no project", async () => {
    const bare = join(folder, "bare");
    mkdirSync(bare);
    expectCoded(await bulwark(["run", bare]), "BW_PROJECT_INVALID", /bulwark\.yaml/);
  });

  it("gives the app's own words when it does not synthesize", async () => {
    const project = join(folder, "failing");
    mkdirSync(join(project, "dossier"), { recursive: true });
    writeFileSync(join(project, "main.ts"), 'throw new Error("the moon is full");\n');
    writeFileSync(join(project, "rehearsal.yaml"), SCENARIO);
    writeFileSync(join(project, "bulwark.yaml"), "app: main.ts\ndossier: dossier\nscenario: rehearsal.yaml\nout: out\n");
    expectCoded(await bulwark(["run", project]), "BW_APP_FAILED", /the moon is full/);
  });

  it("refuses a scenario with an unknown key, by line", async () =>
    expectCoded(
      await bulwark(["simulate", file("unknown-key.yaml", SCENARIO.replace("steadySeconds: 5", "steadySecond: 5"))]),
      "BW_SCENARIO_INVALID",
      /unknown-key\.yaml:\d+:\d+.*steadySecond/,
    ));

  it("refuses a negative rate, by line", async () =>
    expectCoded(
      await bulwark(["simulate", file("negative.yaml", SCENARIO.replace("everySeconds: 1", "everySeconds: -1"))]),
      "BW_SCENARIO_INVALID",
      /negative\.yaml:\d+:\d+/,
    ));

  it("refuses a threshold on a metric that does not exist", async () =>
    expectCoded(
      await bulwark(["simulate", file("metric.yaml", SCENARIO.replace("connect_success", "connect_succes"))]),
      "BW_THRESHOLD_INVALID",
      /connect_succes/,
    ));
});

const SCENARIO = `name: tiny
seed: 1
backend: { product: smart-home, app: main.ts, account: "111122223333", region: eu-west-1 }
fleet:
  profiles:
    - { name: lock, count: 2, model: door-lock, version: 1.0.0, telemetry: { everySeconds: 1, bytes: 64 } }
connect: { rampSeconds: 1, inflight: 10 }
steadySeconds: 5
thresholds:
  connect_success: ["rate==1"]
`;
