import { EXIT, type ExitCode } from "../../model/errors.js";
import { importSuppressions, suppressionFiles } from "../../policies/index.js";
import { plural } from "../../report/text.js";
import type { Console } from "../console.js";

export interface ImportOptions {
  /** What is judged, so that only what there is to waive is waived. */
  readonly plan: readonly string[];
}

/** `bulwark waivers import <file or folder...>`: a Waivers document on stdout, for a person to complete. */
export async function importWaivers(paths: readonly string[], options: ImportOptions, console: Console): Promise<ExitCode> {
  const files = await suppressionFiles(paths);
  const { text, waivers, unmapped, idle } = await importSuppressions(files, new Date().toISOString().slice(0, 10), options.plan);
  console.result(text);
  const counts = [`${plural(waivers, "waiver")} to complete`, `${plural(unmapped, "suppression")} without a rule`];
  console.note([...counts, ...(options.plan.length === 0 ? [] : [`${idle} that nothing needs`])].join(", "));
  return EXIT.pass;
}
