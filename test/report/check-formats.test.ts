import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { CheckReport, CheckResult } from "../../model/finding.js";
import { loadRules } from "../../policies/index.js";
import type { CheckContext } from "../../report/check-view.js";
import { checkGithub } from "../../report/github.js";
import { checkGitlab } from "../../report/gitlab.js";
import { checkJunit } from "../../report/junit.js";
import { checkMarkdown } from "../../report/markdown.js";
import { checkSarif } from "../../report/sarif.js";
import { reportAbsent } from "../support/absent-tools.js";
import { reportOf, sampleCheck } from "./support/sample-check.js";
import { parseXml, type XmlElement } from "./support/xml.js";

const SCHEMAS = join(import.meta.dirname, "..", "fixtures", "schemas");
const context: CheckContext = { rules: loadRules(), version: "1.2.3", root: "/w0rkspace", at: "2026-11-25T08:30:00.123Z" };

const [first] = sampleCheck().results;
const result = (more: Partial<CheckResult>): CheckResult => ({
  ...(first as CheckResult),
  verdict: "fail",
  actual: "it is so",
  location: { file: "/w0rkspace/infra/plan.json", line: 7, column: 3 },
  ...more,
});

const HOSTILE = [
  "::error file=x::y\r\n::set-env name=A::b,c%0A",
  "</details></testsuites><script>alert(1)</script>",
  "`` ` ``` @team/leads #12 GH-7 https://evil.example www.evil.example ![x](//e) [a](b) | a | b ]]>",
  "\u0000\u001b[2J\u202e\ud800x\udfff\uffff\u2028",
].join("\n");
const hostile = reportOf([
  result({
    address: HOSTILE,
    detail: HOSTILE,
    actual: HOSTILE,
    reason: HOSTILE,
    constructPath: HOSTILE,
    location: { file: `/w0rkspace/${HOSTILE.slice(0, 40)} ü#?%.json`, line: 1, column: 1 },
  }),
  result({ verdict: "waived", waivedIn: "waiver", reason: HOSTILE, address: HOSTILE }),
  result({ verdict: "unknown", reason: HOSTILE, address: HOSTILE, detail: HOSTILE, actual: HOSTILE }),
]);

describe("SARIF", () => {
  // The schema is draft-04; the differences from draft-07 that it uses are the names of its own id.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(join(SCHEMAS, "sarif-schema-2.1.0.json"), "utf8"));
  const ajv = new Ajv({ allErrors: true, strict: false });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  const validate = ajv.compile(schema);
  const problems = (text: string): unknown => (validate(JSON.parse(text)) ? [] : validate.errors);
  const run = (report: CheckReport) => JSON.parse(checkSarif(report, context)).runs[0];

  it("is valid SARIF 2.1.0, hostile input and fixed findings included", () => {
    const fixed = [{ rule: "s3-bucket-versioned", address: HOSTILE, fingerprint: "0123456789abcdef" }];
    expect(problems(checkSarif(sampleCheck(), context))).toEqual([]);
    expect(problems(checkSarif({ ...hostile, baseline: { path: "b.json", known: 0, new: 1, fixed } }, context))).toEqual([]);
    expect(problems(checkSarif(sampleCheck(), context).replace('"2.1.0"', '"2.0.0"'))).not.toEqual([]);
  });

  it("says what each verdict means in its own terms", () => {
    const kinds = run(
      reportOf([
        result({}),
        result({ verdict: "unknown" }),
        result({ verdict: "pass" }),
        result({ verdict: "not-applicable" }),
        result({ verdict: "waived", reason: "lab", waivedIn: "stack" }),
      ]),
    ).results.map(({ kind, level, suppressions }: { kind: string; level: string; suppressions?: object[] }) => [kind, level, suppressions]);
    expect(kinds).toEqual([
      ["fail", "error", undefined],
      ["open", "none", undefined],
      ["pass", "none", undefined],
      ["notApplicable", "none", undefined],
      ["fail", "error", [{ kind: "inSource", status: "accepted", justification: "lab" }]],
    ]);
  });

  it("points to the construct, the address and the line, and to the app's line when the synth knows it", () => {
    const source = { file: "/w0rkspace/app/main.ts", line: 12, column: 5 };
    const report = reportOf([result({}), result({ source })]);
    const [plain, traced] = run(report).results;
    expect(problems(checkSarif(report, context))).toEqual([]);
    expect(plain.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "infra/plan.json", uriBaseId: "SRCROOT" },
          region: { startLine: 7, startColumn: 3 },
        },
        logicalLocations: [
          { name: "DevicePolicy", fullyQualifiedName: "fleet/Identity/DevicePolicy", kind: "construct" },
          { fullyQualifiedName: "aws_iot_policy.fleet_Identity_DevicePolicy", kind: "resource" },
        ],
      },
    ]);
    expect(traced.locations[0].physicalLocation.artifactLocation.uri).toBe("app/main.ts");
    expect(traced.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe("infra/plan.json");
  });

  it("leaves the region out when the input gives no line, and never writes an absolute path", () => {
    const text = checkSarif(reportOf([result({ location: { file: "/w0rkspace/a b/ü.json", line: 0, column: 0 } })]), context);
    expect(JSON.parse(text).runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "a%20b/%C3%BC.json", uriBaseId: "SRCROOT" },
    });
    expect(text).not.toContain("/w0rkspace");
  });

  it("carries every rule with help, and each result its fingerprint and rule", () => {
    const { tool, results } = run(reportOf([result({ rule: "iot-policy-no-wildcard-action" })]));
    expect(tool.driver.rules).toHaveLength(loadRules().length);
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe("iot-policy-no-wildcard-action");
    expect(results[0].partialFingerprints).toEqual({ "bulwarkFinding/v1": first?.fingerprint });
    for (const rule of tool.driver.rules) expect(rule.help.text, rule.id).toMatch(/Expected: ./);
  });
});

describe("JUnit", () => {
  const REQUIRED = ["name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "time"];

  /** What the strict Ant schema asks for beyond being well-formed. */
  function expectAnt(root: XmlElement): void {
    expect(root.name).toBe("testsuites");
    for (const [at, suite] of root.children.entries()) {
      for (const name of REQUIRED) expect(suite.attributes, name).toHaveProperty(name);
      expect(suite.attributes.id).toBe(String(at));
      expect(suite.attributes.timestamp).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
      const names = suite.children.map(({ name }) => name);
      expect([names[0], ...names.slice(-2)]).toEqual(["properties", "system-out", "system-err"]);
      const cases = suite.children.slice(1, -2);
      expect(cases.every(({ name }) => name === "testcase")).toBe(true);
      expect(suite.attributes.tests).toBe(String(cases.length));
      for (const each of cases) {
        expect(Object.keys(each.attributes).sort()).toEqual(["classname", "name", "time"]);
        expect(each.children.length).toBeLessThanOrEqual(1);
        for (const { name, attributes } of each.children)
          expect(Object.keys(attributes).sort()).toEqual(name === "skipped" ? ["message"] : ["message", "type"]);
      }
      for (const [attribute, name] of [
        ["failures", "failure"],
        ["errors", "error"],
        ["skipped", "skipped"],
      ] as const)
        expect(suite.attributes[attribute]).toBe(String(cases.filter(({ children }) => children[0]?.name === name).length));
    }
  }

  it("has the form of the Ant schema, hostile input included, and loses no text", () => {
    expectAnt(parseXml(checkJunit(sampleCheck(), context)));
    const root = parseXml(checkJunit(hostile, context));
    expectAnt(root);
    expect(root.children[1]?.children[1]?.attributes.name).toContain("</details></testsuites><script>alert(1)</script>");
  });

  it("is valid against the schema itself", () => {
    if (spawnSync("xmllint", ["--version"]).error !== undefined) return reportAbsent("xmllint", "the JUnit report against its XSD");
    for (const report of [sampleCheck(), hostile]) {
      const input = checkJunit(report, context);
      const ended = spawnSync("xmllint", ["--noout", "--schema", join(SCHEMAS, "JUnit.xsd"), "-"], { input, encoding: "utf8" });
      expect(ended.stderr).toContain("- validates");
    }
  });

  it("counts a failure as failed, an unknown as an error, the waived and the known as skipped, lost resources as an error", () => {
    const report: CheckReport = {
      ...reportOf([
        result({}),
        result({ verdict: "unknown", address: "b" }),
        result({ verdict: "waived", address: "c" }),
        result({ baseline: "known", address: "d" }),
        result({ verdict: "pass", address: "e" }),
      ]),
      inputs: [{ path: "plan.json", kind: "plan", resources: { inInput: 3, lifted: 2 } }],
    };
    const [inputs, suite] = parseXml(checkJunit(report, context)).children;
    const outcomes = suite?.children.slice(1, -2).map(({ children }) => children[0]?.name ?? "passed");
    expect(outcomes).toEqual(["failure", "error", "skipped", "skipped", "passed"]);
    expect(inputs?.attributes.errors).toBe("1");
  });
});

describe("GitHub annotations", () => {
  it("name file, line, rule and severity, graded by severity", () => {
    const text = checkGithub(
      reportOf([
        result({}),
        result({ severity: "medium" }),
        result({ severity: "low" }),
        result({ baseline: "known" }),
        result({ verdict: "waived" }),
      ]),
      context,
    );
    const lines = text.trimEnd().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["::error", "::warning", "::notice", "::notice", "Bulwark:"]);
    expect(lines[0]).toBe(
      "::error file=infra/plan.json,line=7,col=3,title=iot-policy-no-wildcard-action (critical)::aws_iot_policy.fleet_Identity_DevicePolicy: it is so. Expected: every statement lists iot: actions without a wildcard Fix: Leave the prop out: the construct's default passes.",
    );
  });

  it("give one notice for all rules that the same keeps from judging a resource, after the failures", () => {
    const opaque = { verdict: "unknown", actual: "policy is not known before apply", reason: "it cannot be read" } as const;
    const lines = checkGithub(
      reportOf([
        result({ ...opaque, rule: "iam-policy-no-admin", severity: "critical" }),
        result({ ...opaque, rule: "iam-policy-resource-named", severity: "medium", detail: "statement 2" }),
        result({ severity: "low" }),
      ]),
      context,
    ).split("\n");
    expect(lines[0]).toMatch(/^::notice .*title=iot-policy-no-wildcard-action \(low\)::/);
    expect(lines[1]).toBe(
      "::notice file=infra/plan.json,line=7,col=3,title=unknown (2 rules%2C critical at worst)::aws_iot_policy.fleet_Identity_DevicePolicy: policy is not known: it cannot be read. Not judged by iam-policy-no-admin (critical), iam-policy-resource-named [statement 2] (medium)",
    );
    expect(lines[2]).toBe("Bulwark: 1 failure, 2 unknown, 0 waived");
  });

  it("cannot be made to start another command or property", () => {
    const lines = checkGithub(hostile, context).trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^::error file=[^:,]*,line=1,col=1,title=[^:,]*::/);
    expect(lines[1]).toMatch(/^::notice file=[^:,]*,line=7,col=3,title=[^:,]*::/);
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f\u202e]/);
    for (const line of lines.slice(0, 2)) expect(line).toContain("%250A");
  });
});

describe("GitLab Code Quality", () => {
  it("has what GitLab asks for, with fingerprints that differ", () => {
    const issues = JSON.parse(
      checkGitlab(reportOf([result({}), result({}), result({ verdict: "unknown" }), result({ verdict: "waived" })]), context),
    );
    expect(issues.map((issue: { severity: string }) => issue.severity)).toEqual(["blocker", "blocker", "info"]);
    expect(issues[0]).toEqual({
      description: expect.stringContaining("aws_iot_policy.fleet_Identity_DevicePolicy: it is so"),
      check_name: "iot-policy-no-wildcard-action",
      fingerprint: first?.fingerprint,
      severity: "blocker",
      location: { path: "infra/plan.json", lines: { begin: 7 } },
    });
    expect(new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(3);
  });

  it("always has a line, and no control characters", () => {
    const [issue] = JSON.parse(checkGitlab(reportOf([result({ actual: HOSTILE, location: { file: "", line: 0, column: 0 } })]), context));
    expect(issue.location).toEqual({ path: ".", lines: { begin: 1 } });
    expect(issue.description).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});

describe("the Markdown comment", () => {
  it("gives totals, then findings by severity with fix and obligations", () => {
    const report = reportOf([
      result({}),
      result({ severity: "low", verdict: "waived", rule: "log-retention", title: "Logs stay", reason: "accepted for the pilot" }),
    ]);
    expect(checkMarkdown({ ...report, inputs: report.inputs.slice(0, 1) }, context)).toMatchInlineSnapshot(`
      "## Bulwark: 1 failure, 0 unknown

      | critical | high | medium | low | unknown | waived | passed |
      |---:|---:|---:|---:|---:|---:|---:|
      | 1 | 0 | 0 | 0 | 0 | 1 | 0 |

      <details open><summary><b>critical</b>: 1 failure</summary>

      #### \`iot-policy-no-wildcard-action\` Device policy names its actions

      Expected: every statement lists iot: actions without a wildcard

      - **fail** \`aws_iot_policy.fleet_Identity_DevicePolicy\` in \`infra/plan.json:7\`<br>it is so

      Fix (construct): Leave the prop out: the construct's default passes.

      Fix (Terraform): Set the attribute named above.

      For: OBL-IAM-8

      </details>

      <details><summary><b>low</b>: 1 waived</summary>

      #### \`log-retention\` Logs stay

      Expected: every statement lists iot: actions without a wildcard

      - **waived** \`aws_iot_policy.fleet_Identity_DevicePolicy\` in \`infra/plan.json:7\`<br>it is so; accepted for the pilot

      Fix (construct): Leave the prop out: the construct's default passes.

      Fix (Terraform): Set the attribute named above.

      For: OBL-IAM-8

      </details>

      Read: \`cdktf.out/stacks/smart-home/cdk.tf.json\` (synth, 184 of 184 resources read)
      "
    `);
  });

  it("cannot mention, link, embed, break a table or close a fold", () => {
    const text = checkMarkdown(hostile, context);
    const outsideCode = text.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "CODE");
    expect(outsideCode).not.toMatch(/@team|\\#12|GH-7|https:\/\/|www\.|<script|!\[|\]\(/);
    // One fold of the critical findings, one of what is unknown.
    expect(outsideCode.match(/<\/details>/g)).toHaveLength(2);
    expect(outsideCode.match(/<(?!\/?(details|summary|b|br)\b|!-- -->)/g)).toBeNull();
    expect(text).not.toMatch(/[\u0000-\u0009\u001b\u202e]/);
  });

  it("says once why a resource cannot be judged, and by which rules", () => {
    const opaque = { verdict: "unknown", actual: "policy is not known before apply", reason: "it cannot be read" } as const;
    const text = checkMarkdown(
      reportOf([
        result({ ...opaque, rule: "iam-policy-decrypt-narrow", severity: "medium" }),
        result({ ...opaque, rule: "iam-policy-no-admin", severity: "critical" }),
        result({ ...opaque, rule: "iam-policy-resource-named", severity: "medium", detail: "statement 2", baseline: "known" }),
        result({ ...opaque, rule: "iam-policy-no-admin", severity: "critical", address: "aws_iam_policy.other" }),
      ]),
      context,
    );
    expect(/<details>.*<\/details>/s.exec(text)?.[0]).toMatchInlineSnapshot(`
      "<details><summary><b>unknown</b>: 4 results about 2 resources</summary>

      - \`aws_iot_policy.fleet_Identity_DevicePolicy\` in \`infra/plan.json:7\`<br>policy is not known before apply; it cannot be read<br>critical: \`iam-policy-no-admin\`<br>medium: \`iam-policy-decrypt-narrow\`, \`iam-policy-resource-named\` \`statement 2\` (known)
      - \`aws_iam_policy.other\` in \`infra/plan.json:7\`<br>policy is not known before apply; it cannot be read<br>critical: \`iam-policy-no-admin\`

      </details>"
    `);
  });

  it.each([
    ["fail", /^#### /gm],
    ["unknown", /^- /gm],
  ] as const)("stays under the size of a comment and counts what it leaves out (%s)", (verdict, shown) => {
    const many = reportOf(
      Array.from({ length: 2_000 }, (_, at) => result({ verdict, rule: `rule-${at}`, address: `aws_s3_bucket.b${at}` })),
    );
    const text = checkMarkdown(many, context);
    expect(text.length).toBeLessThan(65_536);
    const left = Number(/([\d,]+) further results/.exec(text)?.[1]?.replace(",", ""));
    expect(left + (text.match(shown) ?? []).length).toBe(2_000);
  });
});
