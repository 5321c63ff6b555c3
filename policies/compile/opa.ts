import { spawnSync } from "node:child_process";
import { BulwarkError } from "../../model/errors.js";

/** Who compiles decides what a refusal means and what the way out is. */
export interface Purpose {
  /** What to do without OPA. */
  readonly remedy: string;
  /** What a source that OPA or we refuse is to the caller. */
  readonly refused: (problem: string) => BulwarkError;
}

export const OPA_SOURCE = "go install github.com/open-policy-agent/opa@v1.22.2, or openpolicyagent.org/docs/#1-download-opa";

/** Runs `opa` in a folder. @throws BulwarkError BW_TOOL_ABSENT without OPA, what the purpose says with OPA's own words when it refuses. */
export function opa(args: readonly string[], cwd: string, { remedy, refused }: Purpose): string {
  const run = spawnSync("opa", args, { cwd, encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
  if (run.error !== undefined) {
    if ((run.error as NodeJS.ErrnoException).code !== "ENOENT") throw refused(run.error.message);
    throw new BulwarkError("BW_TOOL_ABSENT", { tool: "opa", remedy });
  }
  if (run.status !== 0) throw refused(`opa ${args[0]}: ${`${run.stdout}\n${run.stderr}`.trim()}`);
  return run.stdout;
}
