import { EXIT, type ExitCode } from "../../model/errors.js";
import { importSuppressions } from "../../policies/index.js";
import type { Console } from "../console.js";
import { readText } from "../files.js";

/** `bulwark waivers import <file...>`: a Waivers document on stdout, for a person to complete. */
export async function importWaivers(files: readonly string[], console: Console): Promise<ExitCode> {
  const sources = files.map((path) => ({ path, text: readText(path) }));
  const { text, waivers, unmapped } = await importSuppressions(sources, new Date().toISOString().slice(0, 10));
  console.result(text);
  console.note(`${waivers} waivers to complete, ${unmapped} suppressions without a rule`);
  return EXIT.pass;
}
