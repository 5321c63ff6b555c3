import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../model/finding.js";
import { loadRules } from "../../policies/index.js";
import type { CheckContext } from "../../report/check-view.js";
import { checkGithub } from "../../report/github.js";
import { checkJunit } from "../../report/junit.js";
import { checkSarif } from "../../report/sarif.js";
import { reportOf, sampleCheck } from "./support/sample-check.js";
import { parseXml } from "./support/xml.js";

const context: CheckContext = { rules: loadRules(), version: "1.2.3", root: "/w0rkspace", at: "2026-11-25T08:30:00.123Z" };
const HOSTILE = "</system-out>::error::\r\n::set-env name=A::b,c%0A <script> ]]> @team/leads";
const found = sampleCheck().results.slice(0, 1);

const decided: CheckReport = {
  ...reportOf(found),
  adjustments: {
    path: "bulwark.yaml",
    disabled: [{ rule: "kms-key-rotation", reason: `Rotated by hand <every month>\n${HOSTILE}` }],
    severities: [{ rule: "s3-bucket-versioned", from: "medium", to: "low" }],
    baseline: [{ name: "identity.roleAliasSeconds", from: 3600, to: 900, effect: "stricter" }],
  },
};

describe("what was decided otherwise than the library", () => {
  const sentences = [
    "kms-key-rotation is disabled: Rotated by hand",
    "s3-bucket-versioned counts as low",
    "identity.roleAliasSeconds is 900",
  ];

  it("stands in SARIF as overrides and notifications", () => {
    const [invocation] = JSON.parse(checkSarif(decided, context)).runs[0].invocations;
    expect(invocation.ruleConfigurationOverrides).toMatchObject([
      { descriptor: { id: "kms-key-rotation" }, configuration: { enabled: false } },
      { descriptor: { id: "s3-bucket-versioned" }, configuration: { level: "note" } },
    ]);
    const told: readonly { readonly level: string; readonly message: { readonly text: string } }[] =
      invocation.toolConfigurationNotifications;
    expect(told.map(({ level }) => level)).toEqual(["warning", "warning", "note"]);
    for (const [at, sentence] of sentences.entries()) expect(told[at]?.message.text).toContain(sentence);
  });

  it("stands in JUnit as a suite of skipped cases, and as annotations on GitHub", () => {
    const suites = parseXml(checkJunit(decided, context)).children.filter((suite) => suite.attributes.name === "decided-otherwise");
    expect(suites.map(({ attributes }) => [attributes.tests, attributes.skipped])).toEqual([["3", "3"]]);
    const annotations = checkGithub(decided, context)
      .split("\n")
      .filter((line) => line.includes("Decided otherwise"));
    expect(annotations.map((line) => line.split(" ")[0])).toEqual(["::warning", "::warning", "::notice"]);
    for (const [at, sentence] of sentences.entries()) expect(annotations[at]).toContain(sentence);
  });

  it("is not mentioned where nothing was decided", () => {
    const plain = reportOf(found);
    expect(JSON.parse(checkSarif(plain, context)).runs[0].invocations).toEqual([
      { executionSuccessful: true, endTimeUtc: "2026-11-25T08:30:00.123Z" },
    ]);
    expect(checkJunit(plain, context)).not.toContain("decided-otherwise");
    expect(checkGithub(plain, context)).not.toContain("Decided");
  });

  it("is SARIF 2.1.0 as its schema says", () => {
    const {
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures/schemas/sarif-schema-2.1.0.json"), "utf8"));
    const ajv = new Ajv({ allErrors: true, strict: false });
    (addFormats as unknown as (ajv: Ajv) => void)(ajv);
    const validate = ajv.compile(schema);
    expect(validate(JSON.parse(checkSarif(decided, context))) ? [] : validate.errors).toEqual([]);
  });
});
