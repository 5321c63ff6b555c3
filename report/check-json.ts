import type { CheckReport, Verdict } from "../model/finding.js";

const SHOWN_BY_DEFAULT: readonly Verdict[] = ["fail", "unknown", "waived"];

/** The report as the command line prints it: without `all`, passes and results that do not apply are counted but not listed. */
export function checkForOutput(report: CheckReport, all: boolean): CheckReport {
  return all ? report : { ...report, results: report.results.filter(({ verdict }) => SHOWN_BY_DEFAULT.includes(verdict)) };
}

/** `bulwark.check/1`, one document, two spaces. */
export const checkJson = (report: CheckReport, all: boolean): string => `${JSON.stringify(checkForOutput(report, all), null, 2)}\n`;
