import { BulwarkError, EXIT, type ExitCode } from "../../model/errors.js";
import { reachOf } from "../../policies/reach.js";
import { reachPretty } from "../../report/reach-pretty.js";
import type { Console } from "../console.js";

export interface ReachCommandOptions {
  readonly policy: readonly string[];
  readonly format: string;
  readonly strict?: boolean;
  readonly source?: string;
}

/** `bulwark reach`: findings when a device policy reaches another device's topics; with `--strict` also when it may, or nobody can tell. */
export async function reach(paths: readonly string[], options: ReachCommandOptions, console: Console): Promise<ExitCode> {
  if (options.format !== "pretty" && options.format !== "json")
    throw new BulwarkError("BW_USAGE", { problem: `--format ${options.format}: unknown; known are pretty, json` });
  const report = await reachOf(paths, options.policy, options.source);
  console.result(
    options.format === "json" ? JSON.stringify(report, null, 2) : reachPretty(report, { width: console.width, paint: console.colors }),
  );
  const { reaches, depends, unknown } = report.summary;
  return reaches > 0 || (options.strict === true && depends + unknown > 0) ? EXIT.findings : EXIT.pass;
}
