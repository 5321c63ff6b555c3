import { checkPaths } from "../../policies/index.js";
import { EXAMPLES_AS_OF, expectedResults } from "./expected-results.js";
import type { Output } from "./output.js";

/** What `bulwark check examples/insecure` must find. */
export async function insecureResults(): Promise<readonly Output[]> {
  const { report } = await checkPaths(["examples/insecure/plan.json"], { asOf: EXAMPLES_AS_OF });
  return [{ file: "examples/insecure/expected-results.json", content: expectedResults(report) }];
}
