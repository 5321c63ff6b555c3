import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CONTROLS } from "../../constructs/index.js";
import type { CheckReport } from "../../model/finding.js";
import { check } from "../../policies/engine/check.js";
import { liftPath } from "../../policies/lift/index.js";
import { AS_OF, accepted, synthFleet, UNTIL } from "./fleet.js";
import { WEAKENINGS } from "./weakenings.js";
import { withoutAcceptance } from "./without-acceptance.js";

/** Judges a synthesized stack by the library's own rules, as `bulwark check` does. */
async function judge(stackText: string, asOf: string): Promise<CheckReport> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-proof-"));
  try {
    const path = join(folder, "cdk.tf.json");
    writeFileSync(path, stackText);
    return check(await liftPath(path), [], { asOf, all: true }).report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rulesWith = (report: CheckReport, verdict: string): readonly string[] =>
  report.results.filter((result) => result.verdict === verdict).map((result) => result.rule);

describe("the library's own rules", () => {
  it("pass the defaults, with nothing unknown", async () => {
    const report = await judge(synthFleet().text, AS_OF);
    expect(rulesWith(report, "fail")).toEqual([]);
    expect(rulesWith(report, "unknown")).toEqual([]);
    expect(report.summary.pass).toBeGreaterThan(100);
  });

  for (const { change, control, count } of WEAKENINGS) {
    it(`turn ${control} red, and nothing else, when its default is weakened`, async () => {
      const weakened = synthFleet({ ...change, ...accepted(control) }).text;
      expect(rulesWith(await judge(withoutAcceptance(weakened), AS_OF), "fail")).toEqual(Array(count).fill(control));
    });

    it(`waive ${control} where it was accepted, until the date given`, async () => {
      const weakened = synthFleet({ ...change, ...accepted(control) }).text;
      const report = await judge(weakened, AS_OF);
      expect(rulesWith(report, "fail")).toEqual([]);
      expect(rulesWith(report, "waived")).toEqual(Array(count).fill(control));
      const later = await judge(weakened, "2027-04-01");
      expect("2027-04-01" > UNTIL).toBe(true);
      expect(rulesWith(later, "waived")).toEqual([]);
      expect(rulesWith(later, "fail")).toContain(control);
    });
  }
});

it("every control that can be accepted is the id of a rule, and every one of them is weakened above", () => {
  const rules = resolve(import.meta.dirname, "../../policies/rules");
  const missing = Object.keys(CONTROLS).filter(
    (control) => !readdirSync(rules).some((domain) => existsSync(join(rules, domain, control, "rule.rego"))),
  );
  expect(missing).toEqual([]);
  expect(WEAKENINGS.map(({ control }) => control).sort()).toEqual(Object.keys(CONTROLS).sort());
});
