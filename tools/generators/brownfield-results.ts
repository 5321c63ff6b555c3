import { baselineText, checkPaths } from "../../policies/index.js";
import { EXAMPLES_AS_OF, expectedResults } from "./expected-results.js";
import type { Output } from "./output.js";

const FOLDER = "examples/brownfield";
const KNOWN = `${FOLDER}/known.json`;

/** What the check finds on the day of adoption, the baseline made of it, and what it then finds new in the pull request. */
export async function brownfieldResults(): Promise<readonly Output[]> {
  const adopted = await checkPaths([`${FOLDER}/plan.json`], { asOf: EXAMPLES_AS_OF, adopt: KNOWN });
  const baseline = baselineText(adopted.known(), EXAMPLES_AS_OF);
  const known = { path: KNOWN, text: baseline };
  const next = await checkPaths([`${FOLDER}/next/plan.json`], { asOf: EXAMPLES_AS_OF, known });
  return [
    { file: `${FOLDER}/expected-results.json`, content: expectedResults(adopted.report) },
    { file: KNOWN, content: baseline },
    { file: `${FOLDER}/next/expected-results.json`, content: expectedResults(next.report, ({ baseline }) => baseline === "new") },
  ];
}
