import { EXIT, type ExitCode } from "../../model/errors.js";
import { bundleCustomRules } from "../../policies/compile/custom-rules.js";
import type { Console } from "../console.js";
import { writeWhole } from "../files.js";

/** `bulwark bundle`: compiles a folder of rules once, for machines without OPA. */
export async function bundle(folder: string, { out }: { readonly out: string }, console: Console): Promise<ExitCode> {
  const made = bundleCustomRules(folder);
  writeWhole(out, made.bundle);
  console.note(`${out}: ${made.rules.map(({ id }) => id).join(", ")}`);
  return EXIT.pass;
}
