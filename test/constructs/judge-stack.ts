import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckReport } from "../../model/finding.js";
import { check } from "../../policies/engine/check.js";
import { liftPath } from "../../policies/lift/index.js";
import { AS_OF } from "./fleet.js";

/** Judges a synthesized stack by the library's own rules, as `bulwark check` does; `all` adds what passed. */
export async function judgeStack(text: string, asOf: string = AS_OF, all = false): Promise<CheckReport> {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-judge-"));
  try {
    const path = join(folder, "cdk.tf.json");
    writeFileSync(path, text);
    return check(await liftPath(path), [], { asOf, all }).report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
