import { spawnSync } from "node:child_process";
import { BulwarkError } from "../../model/errors.js";

/** Runs `opa` in a folder. @throws BulwarkError BW_TOOL_ABSENT without OPA, BW_BUNDLE_BROKEN with its own words when it refuses. */
export function opa(args: readonly string[], cwd: string): string {
  const run = spawnSync("opa", args, { cwd, encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
  if (run.error !== undefined) {
    const absent = (run.error as NodeJS.ErrnoException).code === "ENOENT";
    if (!absent) throw new BulwarkError("BW_BUNDLE_BROKEN", { cause: run.error.message }, run.error);
    throw new BulwarkError("BW_TOOL_ABSENT", {
      tool: "opa",
      remedy:
        "Only changing rules needs it: go install github.com/open-policy-agent/opa@v1.22.2, or openpolicyagent.org/docs/#1-download-opa.",
    });
  }
  if (run.status !== 0) throw new BulwarkError("BW_BUNDLE_BROKEN", { cause: `opa ${args[0]}: ${`${run.stdout}\n${run.stderr}`.trim()}` });
  return run.stdout;
}
