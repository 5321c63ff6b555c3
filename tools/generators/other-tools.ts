import type { Equivalents } from "../../model/finding.js";

/** The tools whose checks the rules name, in the order of the pages. A test holds rules and differences against the whole list of each. */
export const OTHER_TOOLS = [
  ["checkov", "Checkov"],
  ["trivy", "Trivy"],
  ["kics", "KICS"],
  ["cdkNag", "cdk-nag"],
  ["securityHub", "AWS Security Hub"],
  ["regula", "Regula"],
] as const satisfies readonly (readonly [keyof Equivalents, string])[];
