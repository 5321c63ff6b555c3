import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ComparedPlan } from "../../tools/agreement/record.js";
import { askRules, regulaChanges, regulaVersionOf } from "../../tools/agreement/regula.js";
import { reportAbsent } from "../support/absent-tools.js";

const hasOpa = spawnSync("opa", ["version"]).status === 0 || reportAbsent("opa", "how the rules of Regula are asked") !== undefined;

/** Stands where Regula's report stands, in the language's version 0, and says what it was given: a plan fails for each resource it plans. */
const REPORT = `package fugue.regula

report = {"rule_results": [result |
  given = input[_]
  resource = given.content.planned_values.root_module.resources[_]
  result = {"rule_id": data.rules.rule.id, "filepath": given.filepath, "rule_result": resource.values.says}
]}
`;

const FILES = {
  "CHANGELOG.md": "# Changes\n\n## v2.10.0 (2022-11-10)\n\n## v2.9.3 (2022-10-13)\n",
  "rego/rules/tf/aws/rule.rego": 'package rules.rule\n\nid = "FG_R00001"\n',
  "rego/rules/tf/aws/tests/broken.rego": "not Rego at all {",
  "rego/lib/fugue.rego": "package fugue\n",
  "rego/lib/fugue/regula.rego": REPORT,
  "rego/lib/fugue/report_test.rego": "nor this {",
  "rego/lib/aws/aws.rego": "package aws\n",
  "rego/lib/util/util.rego": "package util\n",
};

const plan = (name: string, ...says: readonly string[]): ComparedPlan => ({
  name,
  plan: { planned_values: { root_module: { resources: says.map((one) => ({ values: { says: one } })) } } },
  digest: "",
});

describe("the rules of Regula", () => {
  const source = mkdtempSync(join(tmpdir(), "bulwark-regula-source-"));
  beforeAll(() => {
    for (const [name, content] of Object.entries(FILES)) {
      mkdirSync(dirname(join(source, name)), { recursive: true });
      writeFileSync(join(source, name), content);
    }
  });
  afterAll(() => rmSync(source, { recursive: true }));

  it("are of the newest release in the change log of their source", () => {
    expect(regulaVersionOf(regulaChanges(source))).toBe("2.10.0");
    expect(regulaVersionOf("# Changes")).toBeUndefined();
    expect(() => regulaChanges("no-such-folder")).toThrow(/REGULA_SOURCE is not the source of Regula/);
  });

  it.skipIf(!hasOpa)("are asked for one report on all plans, each under its name, without their tests", () => {
    expect(askRules(source, [plan("a/good", "PASS"), plan("a/bad", "PASS", "FAIL"), plan("b/good")])).toEqual([
      { check: "FG_R00001", plan: "a/good", verdict: "passed" },
      { check: "FG_R00001", plan: "a/bad", verdict: "passed" },
      { check: "FG_R00001", plan: "a/bad", verdict: "failed" },
    ]);
  });
});
