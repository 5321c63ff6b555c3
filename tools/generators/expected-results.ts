import type { CheckReport, CheckResult } from "../../model/finding.js";

/** Examples are judged on this day: their results must not change because time passes. */
export const EXAMPLES_AS_OF = "2026-11-25";

/** Verdicts and places, one a line, without the words, which may get better. */
export function expectedResults(report: CheckReport, which: (result: CheckResult) => boolean = () => true): string {
  const results = report.results.filter(which).map(({ rule, severity, verdict, address, detail }) => ({
    rule,
    severity,
    verdict,
    address,
    ...(detail === undefined ? {} : { detail }),
  }));
  const lines = results.map((result) => `    ${JSON.stringify(result)}`);
  return `{\n  "summary": ${JSON.stringify(report.summary)},\n  "results": [\n${lines.join(",\n")}\n  ]\n}\n`;
}
