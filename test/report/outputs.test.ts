import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { CheckReport, RuleMeta } from "../../model/finding.js";
import type { checkSchema } from "../../model/outputs/check.js";
import type { reportSchema } from "../../model/outputs/report.js";
import type { rulesSchema } from "../../model/outputs/rules.js";
import type { runSchema } from "../../model/outputs/run.js";
import type { Report } from "../../model/report.js";
import type { RunResult } from "../../model/run.js";
import { checkJson } from "../../report/check-json.js";
import { reportJson } from "../../report/report-json.js";
import { outputSchemas } from "../../tools/generators/outputs.js";
import { sampleCheck } from "./support/sample-check.js";
import { sampleReport } from "./support/sample-report.js";
import { sampleRun } from "./support/sample-run.js";

/** Lists and tuples of both sides made mutable, so that only shape and names are compared. */
type Loose<T> = T extends (infer U)[] | readonly (infer U)[]
  ? Loose<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Loose<T[K]> }
    : T;
type Same<A, B> = [Loose<A>, Loose<B>] extends [Loose<B>, Loose<A>] ? true : false;

const schemas = new Map(outputSchemas().map(({ file, content }) => [file.split("/").at(-1), JSON.parse(content)]));

function problemsOf(schema: string, text: string): unknown {
  const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schemas.get(schema));
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

describe("the JSON Bulwark writes", () => {
  test("a report satisfies its published schema, with and without a run and a check", () => {
    expect(problemsOf("bulwark.report-1.schema.json", reportJson(sampleReport()))).toEqual([]);
    expect(problemsOf("bulwark.report-1.schema.json", reportJson(sampleReport({ check: null, run: null })))).toEqual([]);
  });

  test("a check satisfies its published schema, whole and as printed by default", () => {
    expect(problemsOf("bulwark.check-1.schema.json", checkJson(sampleCheck(), true))).toEqual([]);
    expect(problemsOf("bulwark.check-1.schema.json", checkJson(sampleCheck(), false))).toEqual([]);
  });

  test("a run satisfies its published schema", () => {
    expect(problemsOf("bulwark.run-1.schema.json", JSON.stringify(sampleRun()))).toEqual([]);
  });

  test("the schemas refuse what is not declared", () => {
    expect(problemsOf("bulwark.run-1.schema.json", JSON.stringify({ ...sampleRun(), verdict: "fine" }))).not.toEqual([]);
    expect(problemsOf("bulwark.check-1.schema.json", JSON.stringify({ ...sampleCheck(), schema: "bulwark.check/2" }))).not.toEqual([]);
  });

  test("by default a check lists failures, unknowns and waivers, and still counts the rest", () => {
    const printed = JSON.parse(checkJson(sampleCheck(), false)) as CheckReport;
    expect(printed.results.map(({ verdict }) => verdict).sort()).toEqual(["fail", "unknown", "waived"]);
    expect(printed.summary.pass).toBe(9);
    expect((JSON.parse(checkJson(sampleCheck(), true)) as CheckReport).results).toHaveLength(12);
  });

  test("the schemas and the types say the same, both ways", () => {
    // The assertion is the compiler's: `true` is not assignable when one side has what the other lacks.
    const same: readonly [
      Same<CheckReport, z.infer<typeof checkSchema>>,
      Same<readonly RuleMeta[], z.infer<typeof rulesSchema>>,
      Same<RunResult, z.infer<typeof runSchema>>,
      Same<Report, z.infer<typeof reportSchema>>,
    ] = [true, true, true, true];
    expect(same).toHaveLength(4);
  });
});
