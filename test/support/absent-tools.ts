import { appendFileSync } from "node:fs";

/** Set by the reporter before the workers start; each worker adds a line a missing tool. */
export const ABSENT_TOOLS_FILE = "BULWARK_ABSENT_TOOLS_FILE";

/**
 * Says that a tool is not on this machine and which tests therefore do not run. The reporter prints it after the last test, and with
 * BULWARK_ABSENT_FAILS=1 fails the run: tests that quietly do not run would look like tests that pass.
 * Always returns `undefined`, so that a finder can end with it.
 */
export function reportAbsent(tool: string, what: string): undefined {
  const file = process.env[ABSENT_TOOLS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify({ tool, what })}\n`);
  return undefined;
}
