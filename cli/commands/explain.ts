import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { BulwarkError, EXIT, type ExitCode, messageOf } from "../../model/errors.js";
import type { CheckReport, CheckResult, RuleMeta } from "../../model/finding.js";
import { fixesOf } from "../../model/fix.js";
import { obligation } from "../../model/obligations/catalogue.js";
import { knownRules, loadRules, suggestion } from "../../policies/index.js";
import { findingBlock } from "../../report/check-pretty.js";
import type { Console } from "../console.js";
import { readText } from "../files.js";
import { isJson, type RulesOptions } from "./rules.js";

export interface ExplainOptions extends RulesOptions {
  readonly in?: string;
}

/** Where `run` leaves its reports unless it is told otherwise. */
const OUT = "bulwark-out";
/** The shortest beginning of a fingerprint that is taken for one. */
const FINGERPRINT = /^[0-9a-f]{6,16}$/;

/** `bulwark explain <rule | finding>`: a rule, or a finding of a report with its rule. */
export async function explain(id: string, options: ExplainOptions, console: Console): Promise<ExitCode> {
  const library = await knownRules(options.policy);
  const rule = library.find((candidate) => candidate.id === id);
  if (rule !== undefined) {
    console.result(isJson(options) ? JSON.stringify(rule, null, 2) : page(rule, console));
    return EXIT.pass;
  }
  if (!FINGERPRINT.test(id)) throw new BulwarkError("BW_RULE_UNKNOWN", { rule: id, suggestion: suggestion(id, library) });
  const path = options.in ?? newestReport();
  const finding = findingIn(path, id);
  const judging = library.find((candidate) => candidate.id === finding.rule);
  if (isJson(options)) {
    console.result(JSON.stringify({ finding, rule: judging ?? null }, null, 2));
    return EXIT.pass;
  }
  const shown = findingBlock(finding, { width: console.width, paint: console.colors });
  console.result(
    [`${shown}\n  ${console.colors.dim(`in ${path}`)}`, ...(judging === undefined ? [] : [page(judging, console)])].join("\n\n"),
  );
  return EXIT.pass;
}

/** @throws BulwarkError BW_FILE_NOT_FOUND, BW_JSON_INVALID, BW_FINDING_UNKNOWN */
function findingIn(path: string, fingerprint: string): CheckResult {
  const results = resultsOf(path);
  const found = results.filter((result) => result.fingerprint.startsWith(fingerprint));
  const [only] = found;
  if (only !== undefined && new Set(found.map((each) => each.fingerprint)).size === 1) return only;
  const problem =
    found.length === 0
      ? `none of its ${results.length} results has that fingerprint`
      : `${found.length} results begin with it: write it out`;
  throw new BulwarkError("BW_FINDING_UNKNOWN", { finding: fingerprint, path, problem });
}

/** Of the output of `check --format json`, or of the report.json of a run. */
function resultsOf(path: string): readonly CheckResult[] {
  let value: unknown;
  try {
    value = JSON.parse(readText(path));
  } catch (cause) {
    if (cause instanceof BulwarkError) throw cause;
    throw new BulwarkError("BW_JSON_INVALID", { path, line: 1, column: 1, cause: messageOf(cause) }, cause);
  }
  const { results, check, runs } = (value ?? {}) as {
    readonly results?: unknown;
    readonly check?: CheckReport | null;
    readonly runs?: unknown;
  };
  if (Array.isArray(runs))
    throw new BulwarkError("BW_USAGE", { problem: `--in ${path}: this is SARIF; give what check --format json wrote, or report.json` });
  if (Array.isArray(results)) return results as readonly CheckResult[];
  return check?.results ?? [];
}

/** @throws BulwarkError BW_USAGE when no run has left a report here */
function newestReport(): string {
  const folders = existsSync(OUT) ? readdirSync(OUT).map((name) => join(OUT, name, "report.json")) : [];
  const [newest] = folders.filter((path) => existsSync(path)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (newest === undefined)
    throw new BulwarkError("BW_USAGE", {
      problem: "a finding is looked up in a report: give it with --in, as check --format json writes it",
    });
  return newest;
}

function page(rule: RuleMeta, console: Console): string {
  const ours = loadRules().some(({ id }) => id === rule.id);
  const { bold, dim } = console.colors;
  const obligations = rule.obligations.map((id) => `  ${id}  ${dim(obligation(id)?.statement ?? "")}`);
  const elsewhere = Object.entries(rule.equivalents).flatMap(([tool, ids]) => (ids.length > 0 ? [`  ${tool}: ${ids.join(", ")}`] : []));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["Expected", [`  ${rule.expected}`]],
    ["Judges", [`  ${rule.resourceTypes.join(", ")}`]],
    ...fixesOf(rule.fix).map(({ place, text }) => [`Fix (${place})`, [indent(text)]] as const),
    ["Obligations", obligations],
    ["Called elsewhere", elsewhere],
    ["Sources", rule.sources.map((source) => `  ${source}`)],
    ["Page, with examples to avoid and to prefer", ours ? [`  docs/rules/${rule.id}.md`] : []],
  ];
  const body = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `${bold(title)}\n${lines.join("\n")}`);
  return [`${bold(rule.id)}  ${rule.severity}, ${rule.domain}\n${rule.title}`, rule.description, ...body].filter(Boolean).join("\n\n");
}

const indent = (text: string): string => text.trimEnd().replace(/^/gm, "  ");
