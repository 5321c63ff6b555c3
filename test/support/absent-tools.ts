import { appendFileSync } from "node:fs";

/** Set by the reporter before the workers start; each worker adds a line a missing tool. */
export const ABSENT_TOOLS_FILE = "BULWARK_ABSENT_TOOLS_FILE";

/** One line of that file. */
export interface Absent {
  readonly tool: string;
  readonly what: string;
  readonly outOfReach?: true;
}

/**
 * Says that a tool is not on this machine and which tests therefore do not run. The reporter prints it after the last test, and with
 * BULWARK_ABSENT_FAILS=1 fails the run: tests that quietly do not run would look like tests that pass.
 * Always returns `undefined`, so that a finder can end with it.
 */
export const reportAbsent = (tool: string, what: string): undefined => report({ tool, what });

/** As `reportAbsent`, for what no tool on this machine could change: this run is not meant to do it, so BULWARK_ABSENT_FAILS=1 lets it pass. */
export const reportOutOfReach = (tool: string, what: string): undefined => report({ tool, what, outOfReach: true });

function report(absent: Absent): undefined {
  const file = process.env[ABSENT_TOOLS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(absent)}\n`);
  return undefined;
}
