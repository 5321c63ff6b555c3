import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRules } from "../../policies/index.js";
import type { Output } from "../../tools/generators/output.js";
import { hunksOf } from "../../tools/generators/rule-pages/line-diff.js";
import { plain, remedy } from "../../tools/generators/rule-pages/markdown.js";
import { rulePages } from "../../tools/generators/rule-pages.js";
import { bulwark, ROOT } from "../support/cli.js";

describe("the pages of the rules", () => {
  let pages: readonly Output[];
  beforeAll(() => {
    pages = rulePages();
  });
  const pageOf = (rule: string): string => pages.find(({ file }) => file === `docs/rules/${rule}.md`)?.content ?? "";
  const section = (page: string, heading: string): string => page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";

  it("are one a rule, all in the index, and committed", () => {
    const index = pages.find(({ file }) => file === "docs/rules/README.md")?.content ?? "";
    for (const { id } of loadRules()) {
      expect(existsSync(join(ROOT, `docs/rules/${id}.md`)), id).toBe(true);
      expect(index).toContain(`(${id}.md)`);
    }
    const committed = readdirSync(join(ROOT, "docs/rules")).map((name) => `docs/rules/${name}`);
    expect(committed.filter((file) => !pages.some((page) => page.file === file))).toEqual([]);
  });

  it("show an example that fails to be avoided, and one that passes to be preferred", () => {
    for (const { id } of loadRules().filter((rule) => !/^(?:waiver|change)-/.test(rule.id))) {
      expect(section(pageOf(id), "Avoid"), id).toContain(": **fail**, ");
      expect(section(pageOf(id), "Prefer"), id).toContain("`bulwark check`: pass.");
    }
  });

  it("say what is unknown and why", () => {
    expect(section(pageOf("iot-policy-publish-bound"), "Unknown")).toMatch(/\*\*unknown\*\*, policy is not known before apply/);
  });

  it("say where we differ on purpose, in the words of the table that lists it", () => {
    const page = section(pageOf("iam-no-user-keys"), "Where we differ on purpose");
    expect(page).toContain("CKV_AWS_148");
    expect(readFileSync(join(ROOT, "docs/not-assessable.md"), "utf8")).toContain("CKV_AWS_148");
  });

  it("are named by explain", async () => {
    const { stdout } = await bulwark(["explain", "s3-bucket-versioned"]);
    const named = /docs\/rules\/\S+\.md/.exec(stdout)?.[0] ?? "absent";
    expect(existsSync(join(ROOT, named))).toBe(true);
  });
});

describe("the difference of two documents", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);

  it("is the lines that changed and three around them in each", () => {
    const hunks = hunksOf(lines, lines.with(10, "other"));
    expect(hunks).toEqual([{ before: lines.slice(7, 14), after: lines.with(10, "other").slice(7, 14) }]);
  });

  it("keeps changes apart that lie far from each other, and those at both ends", () => {
    expect(hunksOf(lines, ["first", ...lines.slice(0, -1)])).toEqual([
      { before: lines.slice(0, 3), after: ["first", ...lines.slice(0, 3)] },
      { before: lines.slice(26), after: lines.slice(26, 29) },
    ]);
    expect(hunksOf(lines, lines)).toEqual([]);
  });
});

describe("text of ours in Markdown", () => {
  it("reads as it was written", () => {
    expect(plain("a_b <c> *d* `e` [f](g) _h_")).toBe("a_b \\<c\\> \\*d\\* \\`e\\` [f\\](g) \\_h\\_");
  });

  it("shows a line of code as code and a sentence as a sentence", () => {
    expect(remedy({ key: "terraform", text: "enable_logging = true" })).toBe("```hcl\nenable_logging = true\n```");
    expect(remedy({ key: "construct", text: "AuditTrail sets it." })).toBe("AuditTrail sets it.");
  });
});
