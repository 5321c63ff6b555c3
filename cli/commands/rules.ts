import { nearest } from "../../model/documents/nearest.js";
import { BulwarkError, EXIT, type ExitCode } from "../../model/errors.js";
import { type RuleMeta, SEVERITIES } from "../../model/finding.js";
import { obligation } from "../../model/obligations/catalogue.js";
import { loadRules } from "../../policies/index.js";
import type { Console } from "../console.js";

export interface RulesOptions {
  readonly format: string;
}

/** `bulwark rules`: the library, by domain. */
export async function rules(options: RulesOptions, console: Console): Promise<ExitCode> {
  const library = loadRules();
  console.result(isJson(options) ? JSON.stringify(library, null, 2) : listing(library, console));
  return EXIT.pass;
}

/** `bulwark explain <rule>`. */
export async function explain(id: string, options: RulesOptions, console: Console): Promise<ExitCode> {
  const library = loadRules();
  const rule = library.find((candidate) => candidate.id === id);
  if (!rule) {
    throw new BulwarkError("BW_RULE_UNKNOWN", {
      rule: id,
      nearest:
        nearest(
          id,
          library.map((candidate) => candidate.id),
        ) ?? "none",
    });
  }
  console.result(isJson(options) ? JSON.stringify(rule, null, 2) : page(rule, console));
  return EXIT.pass;
}

function isJson({ format }: RulesOptions): boolean {
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

function page(rule: RuleMeta, console: Console): string {
  const { bold, dim } = console.colors;
  const obligations = rule.obligations.map((id) => `  ${id}  ${dim(obligation(id)?.statement ?? "")}`);
  const elsewhere = Object.entries(rule.equivalents).flatMap(([tool, ids]) => (ids.length > 0 ? [`  ${tool}: ${ids.join(", ")}`] : []));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["Expected", [`  ${rule.expected}`]],
    ["Judges", [`  ${rule.resourceTypes.join(", ")}`]],
    ["Fix in Terraform", rule.fix.terraform ? [indent(rule.fix.terraform)] : []],
    ["Fix in the construct", rule.fix.construct ? [indent(rule.fix.construct)] : []],
    ["Obligations", obligations],
    ["Called elsewhere", elsewhere],
    ["Sources", rule.sources.map((source) => `  ${source}`)],
    ["Page, with examples to avoid and to prefer", [`  docs/rules/${rule.id}.md`]],
  ];
  const body = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `${bold(title)}\n${lines.join("\n")}`);
  return [`${bold(rule.id)}  ${rule.severity}, ${rule.domain}\n${rule.title}`, rule.description, ...body].filter(Boolean).join("\n\n");
}

const indent = (text: string): string => text.trimEnd().replace(/^/gm, "  ");
