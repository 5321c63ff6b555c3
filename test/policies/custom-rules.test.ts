import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRuleSettings } from "../../model/documents/index.js";
import { checkSchema } from "../../model/outputs/check.js";
import { bundleCustomRules, loadCustomRules } from "../../policies/compile/custom-rules.js";
import { tar, untar } from "../../policies/compile/tar.js";
import { type CheckPathsOptions, checkPaths } from "../../policies/index.js";
import { checkPretty } from "../../report/check-pretty.js";
import { checkMarkdown } from "../../report/markdown.js";
import { reportAbsent } from "../support/absent-tools.js";
import { bulwark, ROOT } from "../support/cli.js";

const PLAN = join(ROOT, "examples/insecure/plan.json");
const RULES = join(ROOT, "test/fixtures/custom-rules");
const ID = "acme-bucket-owner";
const asOf = "2026-11-25";
const hasOpa = spawnSync("opa", ["version"]).status === 0 || reportAbsent("opa", "rules of one's own, compiled") !== undefined;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-custom-rules-"));
  process.env.XDG_CACHE_HOME = join(folder, "cache");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const checked = (options: Partial<CheckPathsOptions>) => checkPaths([PLAN], { asOf, ...options });
const cacheFiles = (): string[] => readdirSync(join(folder, "cache", "bulwark"));

/** The fixture's rule under another id, with its source changed. */
function variant(id: string, change: (source: string) => string): string {
  const root = join(folder, `variant-${id}`);
  const source = readFileSync(join(RULES, ID, "rule.rego"), "utf8").replace("rules.acme_bucket_owner", `rules.${id.replaceAll("-", "_")}`);
  mkdirSync(join(root, id), { recursive: true });
  writeFileSync(join(root, id, "rule.rego"), change(source));
  return root;
}

describe.skipIf(!hasOpa)("rules of one's own", () => {
  it("are judged beside the library's and reported alike", async () => {
    const plain = await checked({});
    const { report, rules } = await checked({ policies: [RULES] });
    const own = report.results.filter(({ rule }) => rule === ID);
    expect(own.map(({ address, verdict, severity, actual }) => [address, verdict, severity, actual])).toEqual([
      ["aws_s3_bucket.firmware", "fail", "medium", "tags.owner is not set"],
      ["aws_s3_bucket.telemetry", "fail", "medium", "tags.owner is not set"],
    ]);
    expect(report.results.filter(({ rule }) => rule !== ID)).toEqual(plain.report.results);
    expect(rules.map(({ id }) => id)).toContain(ID);
    expect(checkSchema.parse(report)).toEqual(report);
  });

  it("are told of a type that is nearly one of the provider's", async () => {
    const slip = variant("acme-slip", (text) => text.replace(/resource_types: .*/, 'resource_types: ["aws_s3_bucket", "aws_s3_buckt"]'));
    const { warnings } = await checked({ policies: [slip, RULES], only: ["acme-*"] });
    expect(warnings).toEqual([`${slip}: rule acme-slip: no type of the provider is called aws_s3_buckt. Nearest: aws_s3_bucket.`]);
  });

  it("may be given as one rule folder", async () => {
    const { report } = await checked({ policies: [join(RULES, ID)], only: [ID] });
    expect(report.summary.fail).toBe(2);
  });

  it("are compiled once, and again when they change or the cache is damaged", () => {
    const copy = join(folder, "copy");
    cpSync(RULES, copy, { recursive: true });
    loadCustomRules(copy);
    const before = cacheFiles();
    loadCustomRules(copy);
    expect(cacheFiles()).toEqual(before);
    const source = join(copy, ID, "rule.rego");
    writeFileSync(source, readFileSync(source, "utf8").replace("severity: medium", "severity: low"));
    expect(loadCustomRules(copy).rules[0]?.severity).toBe("low");
    expect(cacheFiles()).toHaveLength(before.length + 1);
    for (const name of cacheFiles()) writeFileSync(join(folder, "cache", "bulwark", name), "cut short");
    expect(loadCustomRules(copy).rules[0]?.severity).toBe("low");
  });

  it("come out of a bundle as out of the folder it was made of, without OPA", async () => {
    const file = join(folder, "rules.tar.gz");
    writeFileSync(file, bundleCustomRules(RULES).bundle);
    const none = { PATH: dirname(process.execPath) };
    const ended = await bulwark(["check", PLAN, "--policy", file, "--only", ID, "--format", "json"], { env: none });
    expect([ended.code, JSON.parse(ended.stdout).summary.fail], ended.stderr).toEqual([1, 2]);
  });

  it("need OPA when they were never compiled, and say so", async () => {
    const env = { PATH: join(folder, "nothing-here"), XDG_CACHE_HOME: join(folder, "empty-cache") };
    const ended = await bulwark(["check", PLAN, "--policy", RULES], { env });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/BW_TOOL_ABSENT[\s\S]*bulwark bundle/);
  });

  it("may not take an id of the library, of the engine or of each other", async () => {
    for (const id of ["kms-key-rotation", "waiver-mine"])
      await expect(checked({ policies: [variant(id, (source) => source)] })).rejects.toMatchObject({ code: "BW_RULE_CLASH" });
    await expect(checked({ policies: [RULES, RULES] })).rejects.toMatchObject({ code: "BW_RULE_CLASH" });
  });

  it.each([
    [
      "a key of the metadata that nobody knows",
      "acme-a",
      (text: string) => text.replace("severity: medium", "severity: medium\n#   team: x"),
      /custom: .*team/,
    ],
    ["a severity that nobody knows", "acme-b", (text: string) => text.replace("severity: medium", "severity: urgent"), /custom\.severity/],
    [
      "a builtin outside the capabilities",
      "acme-c",
      (text: string) => `${text}\nx := http.send({"url": "https://example.org"})\n`,
      /http\.send/,
    ],
    ["no set of findings", "acme-d", (text: string) => text.replace("findings contains", "found contains"), /no set called findings/],
    ["a package of ours", "acme-e", (text: string) => text.replace("rules.acme_e", "lib.judge"), /Bulwark's own/],
    ["Rego that does not parse", "acme-f", (text: string) => `${text}\nfindings contains {`, /rego_parse_error/],
    [
      "a fact of another shape",
      "acme-g",
      (text: string) => `${text}\nfindings contains {"address": r.address, "verdict": "bad"} if some r in tf.resources("aws_s3_bucket")\n`,
      /no fact/,
    ],
    [
      "a finding outside its resource types",
      "acme-h",
      (text: string) => text.replace('["aws_s3_bucket"]', '["aws_sqs_queue"]'),
      /which resource_types lacks/,
    ],
  ])("are refused with %s", async (_, id, change, message) => {
    await expect(checked({ policies: [variant(id, change)] })).rejects.toMatchObject({
      code: "BW_CUSTOM_RULES",
      message: expect.stringMatching(message),
    });
  });
});

describe("a bundle that cannot be used", () => {
  it.each([
    ["text", Buffer.from("rules"), /no bundle/],
    ["an archive without rules", tar(new Map([["a.txt", Buffer.from("a")]])), /holds no rules\.wasm/],
    [
      "metadata of another shape",
      tar(
        new Map([
          ["rules.wasm", Buffer.from("x")],
          ["rules.gen.json", Buffer.from('[{"id":1}]')],
        ]),
      ),
      /rules\.gen\.json/,
    ],
  ])("is refused: %s", (name, content, message) => {
    const file = join(folder, `${name.replaceAll(" ", "-")}.tar.gz`);
    writeFileSync(file, content);
    expect(() => loadCustomRules(file)).toThrow(message);
  });

  it("unpacks to what was packed", () => {
    const files = new Map([
      ["rules.wasm", Buffer.alloc(1000, 7)],
      ["rules.gen.json", Buffer.alloc(512, 8)],
      ["none", Buffer.alloc(0)],
    ]);
    expect([...untar(tar(files))]).toEqual([...files]);
  });
});

describe("what a team decides otherwise", () => {
  const adjusted = (yaml: string) => checked({ adjustment: { path: "bulwark.yaml", settings: parseRuleSettings(yaml, "bulwark.yaml") } });

  it("disables a rule with a reason that every report repeats", async () => {
    const { report, rules } = await adjusted("rules: { disabled: [{ rule: kms-key-rotation, reason: Rotated by hand every month. }] }");
    expect((await checked({})).report.results.some(({ rule }) => rule === "kms-key-rotation")).toBe(true);
    expect(report.results.some(({ rule }) => rule === "kms-key-rotation")).toBe(false);
    expect(checkPretty(report)).toMatch(/disabled {2}kms-key-rotation\n.*Rotated by hand every month\./);
    expect(checkMarkdown(report, { rules, version: "0.0.0", root: ROOT, at: asOf })).toMatch(
      /disabled: `kms-key-rotation`, because Rotated by hand/,
    );
    expect(checkSchema.parse(report)).toEqual(report);
  });

  it("refuses to disable without a reason, and an id that no rule has", async () => {
    expect(() => parseRuleSettings("rules: { disabled: [{ rule: kms-key-rotation }] }", "x.yaml")).toThrow(/reason/);
    await expect(adjusted("rules: { severity: { kms-key-rotatoin: low } }")).rejects.toMatchObject({ code: "BW_RULE_UNKNOWN" });
  });

  it("changes a severity in the results, the order and the rules", async () => {
    const { report, rules } = await adjusted("rules: { severity: { kms-key-rotation: critical } }");
    expect(new Set(report.results.filter(({ rule }) => rule === "kms-key-rotation").map(({ severity }) => severity))).toEqual(
      new Set(["critical"]),
    );
    expect(rules.find(({ id }) => id === "kms-key-rotation")?.severity).toBe("critical");
    expect(report.adjustments?.severities).toEqual([{ rule: "kms-key-rotation", from: "medium", to: "critical" }]);
  });

  it("does not call a severity that the library has a decision", async () => {
    const settings = parseRuleSettings("rules: { severity: { rds-multi-az: low, kms-key-rotation: low } }", "b.yaml");
    const { report } = await checked({ adjustment: { path: "b.yaml", settings } });
    expect(report.adjustments?.severities.map(({ rule }) => rule)).toEqual(["kms-key-rotation"]);
  });

  it("moves a number, for better or worse, and says which", async () => {
    const failing = async (yaml: string) => {
      const { report } = await adjusted(yaml);
      return {
        count: report.results.filter(({ rule, verdict }) => rule === "iot-role-alias-duration" && verdict === "fail").length,
        report,
      };
    };
    const strict = await failing("rules: { baseline: { logging: { retentionDays: 3000 }, identity: { roleAliasSeconds: 900 } } }");
    const loose = await failing("rules: { baseline: { identity: { roleAliasSeconds: 43200 } } }");
    expect(loose.count).toBeLessThan(strict.count);
    expect(strict.report.adjustments?.baseline.map(({ name, effect }) => [name, effect])).toEqual([
      ["identity.roleAliasSeconds", "stricter"],
      ["logging.retentionDays", "stricter"],
    ]);
    expect(loose.report.adjustments?.baseline).toEqual([{ name: "identity.roleAliasSeconds", from: 3600, to: 43200, effect: "weaker" }]);
  });
});
