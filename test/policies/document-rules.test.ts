import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import type { CheckResult } from "../../model/finding.js";
import { check } from "../../policies/engine/check.js";
import { loadBundledPolicy, readRuleMetadata } from "../../policies/engine/load.js";
import { loadRules } from "../../policies/index.js";
import { liftInputs } from "../../policies/lift/index.js";
import { DATES_THAT_PASS, DOSSIER_MUTATIONS, type DossierMutation } from "./document-mutations.js";

const ROOT = resolve(import.meta.dirname, "../..");
const RULES = join(ROOT, "policies/rules/documents");
const DOSSIER = join(ROOT, "examples/smart-home/dossier");
const STACK = join(ROOT, "test/fixtures/synth/smart-home.cdk.tf.json");
const AS_OF = "2026-11-25";

const scratch = mkdtempSync(join(tmpdir(), "bulwark-documents-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The committed rules, loaded once: what checkPaths does for every command. */
const policy = loadBundledPolicy();
const metadata = readRuleMetadata();

async function judged(paths: readonly string[], asOf = AS_OF): Promise<readonly CheckResult[]> {
  return check(await liftInputs(paths), [], { asOf, all: true }, policy, metadata).report.results;
}

const red = (results: readonly CheckResult[]): readonly string[] => [
  ...new Set(results.filter(({ verdict }) => verdict === "fail" || verdict === "unknown").map(({ rule }) => rule)),
];

describe("the examples of each rule over documents, lifted and judged as a user's own", () => {
  const stackBeside = (folder: string, name: string): readonly string[] => {
    const own = join(folder, `${name}-stack.tf.json`);
    const common = join(folder, "stack.tf.json");
    return existsSync(own) ? [own] : existsSync(common) ? [common] : [];
  };
  const verdictsOf = async (id: string, name: string, stack: readonly string[]): Promise<readonly string[]> =>
    (await judged([join(RULES, id, `${name}.yaml`), ...stack])).filter(({ rule }) => rule === id).map(({ verdict }) => verdict);

  it.each(readdirSync(RULES))("%s: the good one passes and the bad one fails", async (id) => {
    const folder = join(RULES, id);
    const good = await verdictsOf(id, "good", stackBeside(folder, "good"));
    expect(good).toContain("pass");
    expect(good).not.toContain("fail");
    expect(good).not.toContain("unknown");
    expect(await verdictsOf(id, "bad", stackBeside(folder, "bad"))).toContain("fail");
  });

  it.each(readdirSync(RULES).filter((id) => existsSync(join(RULES, id, "unknown.yaml"))))(
    "%s: what is not in the input leaves it unknown",
    async (id) => {
      const verdicts = await verdictsOf(id, "unknown", []);
      expect(verdicts).toContain("unknown");
      expect(verdicts).not.toContain("fail");
    },
  );
});

describe("the dossier of the smart home", () => {
  it("passes every rule, beside its stack, on the day it is dated for", async () => {
    expect(red(await judged([STACK, DOSSIER]))).toEqual([]);
  });

  it("is judged by every rule over documents", async () => {
    const rules = new Set((await judged([STACK, DOSSIER])).filter(({ verdict }) => verdict === "pass").map(({ rule }) => rule));
    const library = loadRules().filter(({ domain }) => domain === "documents");
    expect(library.filter(({ id }) => !rules.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it("leaves unknown what only the stack can tell, when it is not there", async () => {
    const results = await judged([DOSSIER]);
    expect(results.filter(({ verdict }) => verdict === "fail")).toEqual([]);
    expect(red(results)).toEqual([
      "privacy-consent-withdrawable",
      "privacy-retention-enforced",
      "privacy-store-exists",
      "product-recall-locatable",
    ]);
  });

  it.each(DATES_THAT_PASS)("ages: from $asOf $rule fails", async ({ asOf, rule }) => {
    expect(red(await judged([STACK, DOSSIER], asOf))).toContain(rule);
    expect(red(await judged([STACK, DOSSIER], dayBefore(asOf)))).not.toContain(rule);
  });
});

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

describe("each field of the dossier that is weakened", () => {
  it("is weakened for every rule over the dossier", () => {
    const library = loadRules().filter(({ domain }) => domain === "documents");
    const weakened = new Set(DOSSIER_MUTATIONS.map(({ rule }) => rule));
    // Only another stack can take away what these ask for; their bad examples do.
    const overTheStack = new Set(["product-recall-locatable", "vendor-accounts-registered"]);
    expect(library.filter(({ id }) => !weakened.has(id) && !overTheStack.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(DOSSIER_MUTATIONS)("$rule alone turns red: $off", async (mutation) => {
    const folder = weakenedDossier(mutation);
    expect(red(await judged([STACK, folder])).toSorted()).toEqual([mutation.rule, ...(mutation.also ?? [])].toSorted());
  });
});

/** A copy of the dossier with one document of one file changed. */
function weakenedDossier({ file, document = 0, change }: DossierMutation): string {
  const folder = join(mkdtempSync(join(scratch, "dossier-")), "dossier");
  mkdirSync(folder);
  for (const name of readdirSync(DOSSIER)) {
    const text = readFileSync(join(DOSSIER, name), "utf8");
    if (name !== file) {
      writeFileSync(join(folder, name), text);
      continue;
    }
    const values = parseAllDocuments(text).map((each) => structuredClone(each.toJS()) as Record<string, unknown>);
    const changed = values[document];
    if (changed === undefined) throw new Error(`${file} has no document ${document}`);
    change(changed);
    writeFileSync(join(folder, name), values.map((value) => stringify(value, { aliasDuplicateObjects: false })).join("---\n"));
  }
  return folder;
}
