import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Equivalents } from "../../model/finding.js";
import { NOT_FLAGGED } from "../../policies/differences/index.js";
import { loadRules } from "../../policies/index.js";
import { differences } from "../../tools/generators/differences.js";
import { ROOT } from "../support/cli.js";

type Tool = keyof Equivalents;

const FORMS: Readonly<Record<Tool, RegExp>> = {
  checkov: /^CKV2?_(?:AWS|TF)_\d+$/,
  trivy: /^AWS-\d{4}$/,
  kics: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  regula: /^FG_R\d{5}$/,
  cdkNag: /^AwsSolutions-[A-Z]+\d+$/,
  securityHub: /^[A-Za-z0-9]+\.\d+$/,
};
const TOOLS = Object.keys(FORMS) as Tool[];

/** The ids another tool documents: one a line, then whatever explains it; `#` opens a remark. */
const documented = (tool: Tool): readonly string[] =>
  readFileSync(join(ROOT, `test/fixtures/elsewhere/${kebab(tool)}.txt`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" ")[0] ?? line);

/** `cdk-nag` of `cdkNag`. */
const kebab = (tool: Tool): string => tool.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const equivalents = (tool: Tool): readonly string[] => [...new Set(loadRules().flatMap((rule) => rule.equivalents[tool]))];
const listed = (tool: Tool): readonly string[] => NOT_FLAGGED.flatMap(({ checks }) => checks[tool] ?? []);

describe("what others flag and we do not", () => {
  it.each(TOOLS)("names %s checks by ids of their form, each once, and none that a rule stands for", (tool) => {
    const ids = listed(tool);
    expect(ids.filter((id) => !FORMS[tool].test(id))).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => equivalents(tool).includes(id))).toEqual([]);
  });

  it.each(TOOLS)("names only %s checks that there are, as do the rules", (tool) => {
    const known = new Set(documented(tool));
    expect(known.size).toBeGreaterThan(100);
    expect([...listed(tool), ...equivalents(tool)].filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(TOOLS)("leaves no %s check for AWS out: each is the equivalent of a rule, or stands here", (tool) => {
    const answered = new Set([...listed(tool), ...equivalents(tool)]);
    expect(documented(tool).filter((id) => !answered.has(id))).toEqual([]);
  });

  it("points to rules that there are, and gives each reason in its own words", () => {
    const rules = new Set(loadRules().map(({ id }) => id));
    expect(NOT_FLAGGED.flatMap(({ see }) => see ?? []).filter((id) => !rules.has(id))).toEqual([]);
    for (const { asked, reason, checks } of NOT_FLAGGED) {
      expect(`${asked}|${reason}`).not.toMatch(/\.(\||$)/);
      expect(Object.values(checks).flat().length).toBeGreaterThan(0);
    }
  });

  it("shows every row on the page", () => {
    const page = differences()[0]?.content ?? "";
    for (const tool of TOOLS) for (const id of listed(tool)) expect(page).toContain(`\`${id}\``);
  });
});
