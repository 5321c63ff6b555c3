import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../model/finding.js";
import type { Report } from "../../model/report.js";
import { alikeResults, alikeUnknowns } from "../../report/alike.js";
import { checkPretty } from "../../report/check-pretty.js";
import { checkGithub } from "../../report/github.js";
import { checkSection } from "../../report/html/check.js";
import { checkMarkdown } from "../../report/markdown.js";
import { reportOf } from "./support/sample-check.js";

const result = (address: string, more: Partial<CheckResult> = {}): CheckResult => ({
  rule: "s3-bucket-versioned",
  title: "Buckets keep earlier versions",
  severity: "medium",
  verdict: "fail",
  address,
  expected: "Versioning is Enabled.",
  actual: "versioning is not set",
  obligations: ["OBL-SDLC-8"],
  fix: {},
  location: { file: "plan.json", line: 1, column: 1 },
  fingerprint: `f-${address}`,
  ...more,
});
const sizes = (results: readonly CheckResult[]): readonly number[] => alikeResults(results).map(({ others }) => others.length + 1);

describe("what is alike", () => {
  it.each([
    ["modules and resources", 'module.site["a"].aws_s3_bucket.b[0]', 'module.site["b"].aws_s3_bucket.b[1]'],
    ["keys with brackets, quotes and dots in them", 'module.site["a].x[\\"0"].aws_s3_bucket.b', 'module.site["c"].aws_s3_bucket.b'],
  ])("are instances of one block: %s", (_, one, other) => expect(sizes([result(one), result(other)])).toEqual([2]));

  it.each<[string, CheckResult, CheckResult]>([
    ["two blocks", result("aws_s3_bucket.a[0]"), result("aws_s3_bucket.b[0]")],
    ["two modules", result("module.a[0].aws_s3_bucket.a"), result("module.b[0].aws_s3_bucket.a")],
    ["what was seen", result("aws_s3_bucket.a[0]"), result("aws_s3_bucket.a[1]", { actual: "versioning is Suspended" })],
    [
      "lists that were seen",
      result("aws_s3_bucket.a[0]", { actual: 'Action is ["s3:*"]' }),
      result("aws_s3_bucket.a[1]", { actual: 'Action is ["kms:*"]' }),
    ],
    [
      "the statement that was seen",
      result("aws_iam_policy.a[0]", { actual: "assume_role_policy.Statement[0] is open" }),
      result("aws_iam_policy.a[1]", { actual: "assume_role_policy.Statement[1] is open" }),
    ],
    ["details", result("aws_s3_bucket.a[0]", { detail: "x" }), result("aws_s3_bucket.a[1]", { detail: "y" })],
    ["verdicts", result("aws_s3_bucket.a[0]"), result("aws_s3_bucket.a[1]", { verdict: "waived" })],
    ["what a baseline knows", result("aws_s3_bucket.a[0]", { baseline: "known" }), result("aws_s3_bucket.a[1]", { baseline: "new" })],
    ["inputs", result("aws_s3_bucket.a[0]"), result("aws_s3_bucket.a[1]", { location: { file: "b.json", line: 1, column: 1 } })],
  ])("differ in %s", (_, one, other) => expect(sizes([one, other])).toEqual([1, 1]));

  it("are one block where they are written on one line, whatever calls the module; a plan alone does not tell", () => {
    const at = (call: string, more: Partial<CheckResult>): CheckResult =>
      result(`module.${call}.aws_iam_role_policy.p`, { reason: `it reads module.${call}.aws_sqs_queue.q`, ...more });
    const line = { file: "site/main.tf", line: 7, column: 1 };
    expect(sizes([at("a", { location: line }), at("b", { location: line })])).toEqual([2]);
    expect(sizes([at("a", { source: line }), at("b", { source: line })])).toEqual([2]);
    expect(sizes([at("a", { location: line }), at("b", { location: { ...line, line: 8 } })])).toEqual([1, 1]);
    expect(sizes([at("a", {}), at("b", {})])).toEqual([1, 1]);
  });

  it("may name resources beside them, each those of its own instance", () => {
    const about = (key: string) =>
      result(`module.site["${key}"].aws_iam_role_policy.p`, {
        verdict: "unknown",
        actual: "policy is not known before apply",
        reason: `it cannot be read (module.site["${key}"].aws_sqs_queue.q, aws_kms_key.k[0])`,
      });
    expect(alikeUnknowns([about("a"), about("b")])).toHaveLength(1);
    expect(alikeUnknowns([about("a"), { ...about("b"), rule: "another" }])).toHaveLength(2);
  });
});

describe("instances of one block", () => {
  const many = reportOf([
    ...Array.from({ length: 1_000 }, (_, at) => result(`module.site["s${at}"].aws_s3_bucket.archive`)),
    ...Array.from({ length: 20 }, (_, at) => result(`aws_iam_policy.p[${at}]`, { verdict: "unknown", reason: "it is not known" })),
  ]);
  const context = { rules: [], version: "1.2.3", root: "/", at: "2026-11-25T08:30:00.123Z" };

  it("are told of once in a terminal, some of them by name, and all of them counted", () => {
    const text = checkPretty(many);
    expect(text.split("\n").length).toBeLessThan(50);
    expect(text).toContain('✗ module.site["s0"].aws_s3_bucket.archive and 999 alike');
    expect(text).toContain('f-module.site["s1"].aws_s3_bucket.archive  module.site["s1"].aws_s3_bucket.archive');
    expect(text).toContain("and 994 more: --format json has them all");
    expect(text).toContain("MEDIUM  1,000 failures");
    expect(text).toContain("? aws_iam_policy.p[0] and 19 alike");
    expect(text).toContain("20 results about 20 resources");
  });

  it("are all named in a terminal when one more line would do", () => {
    const six = checkPretty(reportOf(Array.from({ length: 7 }, (_, at) => result(`aws_s3_bucket.b[${at}]`))));
    for (let at = 0; at < 7; at += 1) expect(six).toContain(`aws_s3_bucket.b[${at}]`);
    expect(six).not.toContain("more:");
  });

  it("are one line of a comment, one annotation and one row of a page", () => {
    expect(checkMarkdown(many, context)).toContain('`module.site["s0"].aws_s3_bucket.archive` and 999 alike');
    expect(checkMarkdown(many, context)).not.toContain("did not fit");
    expect(checkGithub(many, context).match(/^::/gm)).toHaveLength(2);
    const page = String(checkSection({ check: many } as unknown as Report)).replaceAll("<wbr>", "");
    expect(page.split("data-verdict=").length - 1).toBe(2);
    expect(page).toContain("and 999 alike");
    expect(page).toContain("949 more in the JSON report");
  });
});
