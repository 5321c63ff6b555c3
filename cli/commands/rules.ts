import { BulwarkError, EXIT, type ExitCode } from "../../model/errors.js";
import { type RuleMeta, SEVERITIES } from "../../model/finding.js";
import { knownRules } from "../../policies/index.js";
import type { Console } from "../console.js";

export interface RulesOptions {
  readonly format: string;
  /** Folders or bundles of rules of one's own. */
  readonly policy: readonly string[];
}

/** `bulwark rules`: the library, by domain. */
export async function rules(options: RulesOptions, console: Console): Promise<ExitCode> {
  const library = await knownRules(options.policy);
  console.result(isJson(options) ? JSON.stringify(library, null, 2) : listing(library, console));
  return EXIT.pass;
}

/** @throws BulwarkError BW_USAGE for a format that is none */
export function isJson({ format }: RulesOptions): boolean {
  if (format !== "pretty" && format !== "json")
    throw new BulwarkError("BW_USAGE", { problem: `--format ${format}: unknown; known are pretty, json` });
  return format === "json";
}

function listing(library: readonly RuleMeta[], console: Console): string {
  const { bold, dim } = console.colors;
  const domains = [...new Set(library.map((rule) => rule.domain))].sort();
  const idWidth = Math.max(...library.map((rule) => rule.id.length));
  const blocks = domains.map((domain) => {
    const lines = library
      .filter((rule) => rule.domain === domain)
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.id.localeCompare(b.id))
      .map((rule) => `  ${rule.severity.padEnd(8)}  ${rule.id.padEnd(idWidth)}  ${dim(rule.title)}`);
    return `${bold(domain)}\n${lines.join("\n")}`;
  });
  return `${blocks.join("\n\n")}\n\n${library.length} rules. bulwark explain <rule> says what one asks for and how to mend it.`;
}
