import { EXIT, type ExitCode } from "../../model/errors.js";
import { importSuppressions, suppressionFiles } from "../../policies/index.js";
import { plural } from "../../report/text.js";
import type { Console } from "../console.js";

/** `bulwark waivers import <file or folder...>`: a Waivers document on stdout, for a person to complete. */
export async function importWaivers(paths: readonly string[], console: Console): Promise<ExitCode> {
  const files = await suppressionFiles(paths);
  const { text, waivers, unmapped } = await importSuppressions(files, new Date().toISOString().slice(0, 10));
  console.result(text);
  console.note(`${plural(waivers, "waiver")} to complete, ${plural(unmapped, "suppression")} without a rule`);
  return EXIT.pass;
}
