import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BulwarkError } from "../../model/errors.js";
import { evaluated } from "./opa.js";
import type { ComparedPlan } from "./record.js";

/**
 * Regula is archived, and its program brings little to its Rego: it reads a plan's JSON, and hands all plans over as one array (pkg/loader/tfplan.go, pkg/rego/runrules.go). So
 * OPA is asked for the same report over the same array.
 */
export interface RegulaResult {
  readonly check: string;
  readonly plan: string;
  readonly verdict: "failed" | "passed";
}

/** The newest release in the change log. */
export const regulaVersionOf = (changes: string): string | undefined => /^## v(\d+\.\d+\.\d+)/m.exec(changes)?.[1];

/** The change log. @param source the folder of a release's source, with `rego` and `CHANGELOG.md` */
export function regulaChanges(source: string): string {
  const file = join(source, "CHANGELOG.md");
  if (!existsSync(file) || !existsSync(join(source, RULES)))
    throw new BulwarkError("BW_USAGE", { problem: `REGULA_SOURCE is not the source of Regula: there is no ${file} or no ${RULES} in it` });
  return readFileSync(file, "utf8");
}

/** The rules on Terraform and AWS, and of the libraries what those use. */
const RULES = "rego/rules/tf/aws";
const LIBRARIES = ["fugue.rego", "fugue", "aws", "util"].map((name) => join("rego/lib", name));

const REPORT = "[[result.rule_id, result.filepath, result.rule_result] | result := data.fugue.regula.report.rule_results[_]]";

/** What every rule says of every resource it looks at, without which one. */
export function askRules(source: string, plans: readonly ComparedPlan[]): readonly RegulaResult[] {
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-regula-"));
  try {
    const input = join(scratch, "input.json");
    writeFileSync(input, JSON.stringify(plans.map(({ name, plan }) => ({ filepath: name, content: plan }))));
    const data = [RULES, ...LIBRARIES].flatMap((path) => ["--data", join(source, path)]);
    const ignored = ["tests", "*_test.rego", "tests.rego"].flatMap((path) => ["--ignore", path]);
    const results = evaluated("Regula's rules", ["--input", input, ...data, ...ignored], REPORT) as readonly (readonly string[])[];
    return results.map(([check = "", plan = "", verdict]) => ({ check, plan, verdict: verdict === "PASS" ? "passed" : "failed" }));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
