import { describe, expect, it } from "vitest";
import type { CheckReport, CheckResult } from "../../model/finding.js";
import { loadRules } from "../../policies/index.js";
import { checkPretty } from "../../report/check-pretty.js";
import type { CheckContext } from "../../report/check-view.js";
import { checkGithub } from "../../report/github.js";
import { checkJunit } from "../../report/junit.js";
import { checkMarkdown } from "../../report/markdown.js";
import { checkSarif } from "../../report/sarif.js";
import { reportOf, sampleCheck } from "./support/sample-check.js";

const rules = loadRules();
const context: CheckContext = { rules, version: "1.2.3", root: "/w0rk", at: "2026-11-29T08:30:00.123Z" };

function finding(id: string, more: Partial<CheckResult> = {}): CheckReport {
  const rule = rules.find((each) => each.id === id);
  const [sample] = sampleCheck().results;
  if (rule === undefined || sample === undefined) throw new Error(`no rule ${id}`);
  const { constructPath: _, ...plain } = sample;
  return reportOf([{ ...plain, rule: id, title: rule.title, verdict: "fail", fix: rule.fix, ...more }]);
}

describe("where a finding is fixed", () => {
  it("is the document, for a rule over one", () => {
    const report = finding("access-expires");
    const fix = "Set expires within the limit";
    expect(checkPretty(report)).toContain(`fix        document: ${fix}`);
    expect(checkJunit(report, context)).toContain(`fix (document): ${fix}`);
    expect(checkMarkdown(report, context)).toContain(`Fix (document): ${fix}`);
    const sarif = JSON.parse(checkSarif(report, context));
    const described = sarif.runs[0].tool.driver.rules.find(({ id }: { id: string }) => id === "access-expires");
    expect(described.help.text).toContain(`Fix (document): ${fix}`);
    for (const text of [checkJunit(report, context), checkMarkdown(report, context), described.help.text])
      expect(text).not.toContain("Terraform");
  });

  it("is both, where either mends it", () => {
    const text = checkMarkdown(finding("privacy-retention-enforced"), context);
    expect(text).toMatch(
      /Fix \(Terraform\): `aws_s3_bucket_lifecycle_configuration with .*`\n\nFix \(document\): Write the number of days/,
    );
  });

  it("is the construct in an annotation only where a construct made the resource", () => {
    const terraform = rules.find(({ id }) => id === "kms-key-rotation")?.fix.terraform?.trim();
    const construct = rules.find(({ id }) => id === "kms-key-rotation")?.fix.construct?.trim();
    expect(checkGithub(finding("kms-key-rotation"), context)).toContain(`Fix: ${terraform}`);
    expect(checkGithub(finding("kms-key-rotation", { constructPath: "fleet/Key" }), context)).toContain(`Fix: ${construct}`);
  });

  it("is said by every rule, in a document by each that judges nothing else", () => {
    for (const { id, fix, resourceTypes } of rules) {
      expect(Object.keys(fix), id).not.toEqual([]);
      if (resourceTypes.some((type) => !type.startsWith("Document/"))) continue;
      expect(fix.document ?? (id === "product-recall-locatable" ? fix.terraform : undefined), id).toBeDefined();
      expect(fix.construct, id).toBeUndefined();
    }
  });
});
