import { checkPaths } from "../../policies/index.js";
import type { Output } from "./output.js";

/** Accepted on this day: results must not change because time passes. */
const AS_OF = "2026-11-25";

/** What `bulwark check examples/insecure` must find: verdicts and places, without the words, which may get better. */
export async function insecureResults(): Promise<readonly Output[]> {
  const { report } = await checkPaths(["examples/insecure/plan.json"], { asOf: AS_OF });
  const results = report.results.map(({ rule, severity, verdict, address, detail }) => ({
    rule,
    severity,
    verdict,
    address,
    ...(detail === undefined ? {} : { detail }),
  }));
  const lines = results.map((result) => `    ${JSON.stringify(result)}`);
  return [
    {
      file: "examples/insecure/expected-results.json",
      content: `{\n  "summary": ${JSON.stringify(report.summary)},\n  "results": [\n${lines.join(",\n")}\n  ]\n}\n`,
    },
  ];
}
