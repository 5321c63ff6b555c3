import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckResult } from "../../model/finding.js";
import { checkPaths, loadRules } from "../../policies/index.js";
import { digestOfExamples, EXAMPLE_PLANS, EXAMPLES, type ExamplePlans, KINDS, moduleOf, planOf } from "./example-plans.js";
import { expectedOf, NOT_BESIDE } from "./example-verdicts.js";

const plans = JSON.parse(readFileSync(EXAMPLE_PLANS, "utf8")) as ExamplePlans;
const scratch = mkdtempSync(join(tmpdir(), "bulwark-examples-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the examples of every rule, as the real provider plans them", () => {
  const results: CheckResult[] = [];

  beforeAll(async () => {
    const file = join(scratch, "plan.json");
    // Each example is an input of its own, or one rule's signing profile would sign another's firmware.
    for (const { rule } of EXAMPLES)
      for (const kind of KINDS) {
        writeFileSync(file, JSON.stringify(planOf(plans.plan, rule, kind)));
        results.push(...(await checkPaths([file], { asOf: "2026-11-25", all: true })).report.results);
      }
    // A thousand checks: twenty seconds on an idle machine, minutes on a busy one.
  }, 600_000);

  it("were planned as they stand now (make-example-plans.ts plans them anew)", () => {
    expect(plans.examples).toBe(digestOfExamples());
  });

  it("belong to every rule of the library over Terraform, and to no other", () => {
    // What is judged without Rego has no example; documents have YAML ones (document-rules.test.ts).
    const library = loadRules().filter(({ id, domain }) => !/^(?:waiver|change)-/.test(id) && domain !== "documents");
    expect(EXAMPLES.map(({ rule }) => rule)).toEqual(library.map(({ id }) => id));
  });

  it.each(EXAMPLES.flatMap(({ rule }) => KINDS.map((kind) => ({ rule, kind, verdict: expectedOf(rule, kind) }))))(
    "$rule: the $kind example gives $verdict",
    ({ rule, kind, verdict }) => {
      const own = results
        .filter((result) => result.rule === rule && result.address.startsWith(`module.${moduleOf(rule, kind)}.`))
        .map((result) => result.verdict);
      expect(own).toContain(verdict);
      for (const other of NOT_BESIDE[verdict] ?? []) expect(own).not.toContain(other);
    },
  );
});
