import { spawnSync } from "node:child_process";
import type { Json } from "../../model/resource.js";

/**
 * What OPA makes of a query over another tool's Rego, which is of the language's version 0.
 * @param what is said of whom, for the message
 * @throws Error when OPA cannot evaluate it
 */
export function evaluated(what: string, options: readonly string[], query: string): Json {
  const { status, stdout, stderr } = spawnSync("opa", ["eval", "--v0-compatible", "--format", "raw", ...options, query], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`opa could not evaluate ${what}: ${(stderr || stdout).slice(-2000)}`);
  return JSON.parse(stdout) as Json;
}
