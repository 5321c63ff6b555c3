import { describe, expect, it } from "vitest";
import type { CheckResult, Verdict } from "../../model/finding.js";
import type { Report } from "../../model/report.js";
import { checkSection } from "../../report/html/check.js";

const result = (address: string, verdict: Verdict): CheckResult => ({
  rule: "s3-bucket-versioned",
  title: "Buckets keep earlier versions",
  severity: "medium",
  verdict,
  address,
  expected: "Versioning is Enabled.",
  actual: "",
  obligations: ["OBL-SDLC-8"],
  fix: {},
  location: { file: "plan.json", line: 1, column: 1 },
  fingerprint: `${address} ${verdict}`,
});

function rowsOf(results: readonly CheckResult[]): number {
  const summary = { pass: 0, fail: 0, unknown: 0, waived: 0, "not-applicable": 0, bySeverity: { critical: 0, high: 0, medium: 0, low: 0 } };
  const section = String(checkSection({ check: { schema: "bulwark.check/1", inputs: [], summary, results } } as unknown as Report));
  return section.split("data-verdict=").length - 1;
}

describe("the results on the page", () => {
  it("give each failure its own row and all passes of a rule one, without losing an address", () => {
    const results = [
      result("aws_s3_bucket.a", "fail"),
      result("aws_s3_bucket.b", "fail"),
      result("aws_s3_bucket.c", "pass"),
      result("aws_s3_bucket.d", "pass"),
    ];
    expect(rowsOf(results)).toBe(3);
    const page = String(checkSection({ check: { inputs: [], results } } as unknown as Report)).replace(/<wbr>/g, "");
    for (const { address } of results) expect(page).toContain(address);
  });

  it("give what is unknown a row for each resource and reason, with every rule that has no answer", () => {
    const opaque = { ...result("aws_iam_policy.a", "unknown"), actual: "policy is not known before apply" };
    const results: readonly CheckResult[] = [
      { ...opaque, rule: "iam-policy-no-admin", severity: "critical" },
      { ...opaque, rule: "iam-policy-decrypt-narrow", severity: "medium", obligations: ["OBL-IAM-2"] },
      { ...opaque, rule: "iam-policy-no-admin", severity: "critical", address: "aws_iam_policy.b" },
      { ...opaque, rule: "iam-policy-no-admin", severity: "critical", actual: "name is not known before apply" },
      result("aws_s3_bucket.a", "fail"),
    ];
    expect(rowsOf(results)).toBe(4);
    const page = String(checkSection({ check: { inputs: [], results } } as unknown as Report));
    const rows = page.split("<tr").filter((row) => row.includes("data-verdict"));
    expect(rows[0]).toContain('data-verdict="fail"');
    expect(rows[1]).toContain('data-verdict="unknown" data-severity="critical medium"');
    for (const text of ["iam-policy-no-admin", "iam-policy-decrypt-narrow", "OBL-SDLC-8", "OBL-IAM-2", "policy is not known before apply"])
      expect(rows[1]).toContain(text);
  });
});
