import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { BASELINE } from "../../model/baseline.js";
import { loadRules } from "../../policies/index.js";
import { reportAbsent } from "../support/absent-tools.js";

const ROOT = resolve(import.meta.dirname, "../..");
const RULES = join(ROOT, "policies/rules");
const FOLDERS = readdirSync(RULES).flatMap((domain) =>
  readdirSync(join(RULES, domain)).map((id) => ({ domain, id, folder: join(RULES, domain, id) })),
);

/** Rules over the provider's own documents have documents for examples, rules over resources have Terraform. */
const OVER_DOCUMENTS = FOLDERS.filter(({ domain }) => domain === "documents");
const OVER_TERRAFORM = FOLDERS.filter(({ domain }) => domain !== "documents");

const opa = (...args: readonly string[]): { readonly status: number | null; readonly output: string } => {
  const run = spawnSync("opa", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
};
/** OPA would load examples as data. */
const NO_EXAMPLES = ["--ignore", "*.yaml", "--ignore", "*.json"];
const hasOpa =
  spawnSync("opa", ["version"]).status === 0 ||
  reportAbsent("opa", "the Rego tests beside the rules, its strict check and its format") !== undefined;

describe.skipIf(!hasOpa)("the Rego of the library", () => {
  it("passes its own tests", () => {
    const { status, output } = opa("test", ...NO_EXAMPLES, "policies/lib", "policies/rules");
    expect(output).toMatch(/PASS: \d+\/\d+/);
    expect(status, output).toBe(0);
    // Over two thousand tests: seconds on an idle machine, a minute on a busy one.
  }, 300_000);

  it("passes the strict check", () => {
    expect(opa("check", "--strict", ...NO_EXAMPLES, "policies/lib", "policies/rules")).toEqual({ status: 0, output: "" });
  });

  it("is formatted", () => {
    expect(opa("fmt", "--list", "policies/lib", "policies/rules")).toEqual({ status: 0, output: "" });
  });
});

describe("each rule", () => {
  it.each(OVER_TERRAFORM)("$id has its rule, its tests and three examples, and nothing else", ({ folder }) => {
    expect(readdirSync(folder).sort()).toEqual(["bad.tf", "good.tf", "rule.rego", "rule_test.rego", "unknown.tf"]);
  });

  it.each(OVER_DOCUMENTS)("$id has its rule, its tests and examples of documents, and nothing else", ({ folder }) => {
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(["rule.rego", "rule_test.rego", "good.yaml", "bad.yaml"]));
    // A rule that joins a document with the stack has a stack beside its documents; unknown is what another document would have to say.
    const optional = ["unknown.yaml", "stack.tf.json", "bad-stack.tf.json"];
    expect(files.filter((file) => !/^(rule|rule_test)\.rego$|^(good|bad)\.yaml$/.test(file) && !optional.includes(file))).toEqual([]);
  });

  it.each(OVER_DOCUMENTS)("$id is tested passing, failing, and with something unknown or absent", ({ folder }) => {
    const tests = readFileSync(join(folder, "rule_test.rego"), "utf8");
    expect(tests.match(/^test_\w+ if/gm)?.length ?? 0).toBeGreaterThanOrEqual(3);
    expect(tests).toMatch(/fx\.verdicts\(.*\) == set\(\)|"not-applicable"/);
    expect(tests).toContain('"fail"');
    expect(tests).toMatch(/"unknown"|absent/);
  });

  it.each(OVER_TERRAFORM)("$id is tested passing, failing and unknown", ({ folder }) => {
    const tests = readFileSync(join(folder, "rule_test.rego"), "utf8");
    expect(tests.match(/^test_\w+ if/gm)?.length ?? 0).toBeGreaterThanOrEqual(3);
    expect(tests).toMatch(/fx\.verdicts\(.*\) == set\(\)|"not-applicable"/);
    expect(tests).toContain('"fail"');
    expect(tests).toMatch(/"unknown"|unresolved/);
  });

  it.each(FOLDERS)("$id keeps words out of Rego", ({ folder }) => {
    const code = readFileSync(join(folder, "rule.rego"), "utf8").replace(/^#.*$/gm, "");
    expect(code).not.toMatch(/\bsprintf\b|\$"|\{\s*print\(/);
    for (const [, reason] of code.matchAll(/result\.(?:fail|not_applicable)\([^\n]*?"([a-z][a-z-]*)"\)/g))
      expect(reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it("stands in the folder of its domain", () => {
    const domains = new Map(loadRules().map((rule) => [rule.id, rule.domain]));
    for (const { id, domain } of FOLDERS) expect([id, domains.get(id)]).toEqual([id, domain]);
  });

  it("cites where the behaviour is documented: AWS or the provider's registry, for documents the law or standard as well, for modules Terraform", () => {
    const aws = /^https:\/\/(docs\.aws\.amazon\.com|registry\.terraform\.io\/providers\/hashicorp\/aws\/5\.100\.0)\//;
    const laws =
      /^https:\/\/(eur-lex\.europa\.eu|www\.legislation\.gov\.uk|www\.etsi\.org|csrc\.nist\.gov|www\.iso\.org|www\.rfc-editor\.org|docs\.oasis-open\.org|cyclonedx\.org)\//;
    const terraform = /^https:\/\/(developer\.hashicorp\.com\/terraform|github\.com\/hashicorp\/go-getter)\b/;
    for (const { id, domain } of FOLDERS) {
      const rule = loadRules().find((candidate) => candidate.id === id);
      const isOwn = (source: string): boolean =>
        (domain === "documents" && laws.test(source)) || (rule?.resourceTypes.includes("Module/call") === true && terraform.test(source));
      expect(rule?.sources.filter((source) => !aws.test(source) && !isOwn(source))).toEqual([]);
      expect(rule?.sources.length).toBeGreaterThan(0);
    }
  });

  it("names equivalents by ids of the form their tools use, each once a rule", () => {
    const forms = {
      checkov: /^CKV2?_(?:AWS|TF)_\d+$/,
      trivy: /^AWS-\d{4}$/,
      kics: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      cdkNag: /^AwsSolutions-[A-Z]+\d+$/,
      securityHub: /^[A-Za-z0-9]+\.\d+$/,
      regula: /^FG_R\d{5}$/,
    } as const;
    for (const rule of loadRules())
      for (const [tool, form] of Object.entries(forms)) {
        const ids = rule.equivalents[tool as keyof typeof forms];
        expect(ids.filter((id) => !form.test(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
      }
  });
});

describe("the library", () => {
  it("covers encryption, patching, logging and identity with rules in each", () => {
    const perDomain = countBy(FOLDERS.map(({ domain }) => domain));
    for (const domain of ["encryption", "patching", "logging", "identity"]) expect(perDomain.get(domain) ?? 0).toBeGreaterThanOrEqual(8);
  });

  it("reads its numbers from the baseline: every one it names is there", () => {
    for (const { folder } of FOLDERS)
      for (const [, path] of readFileSync(join(folder, "rule.rego"), "utf8").matchAll(/data\.baseline\.([A-Za-z.]+)/g)) {
        const value = (path ?? "").split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], BASELINE);
        expect(value, path).toBeDefined();
      }
  });
});

function countBy(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
