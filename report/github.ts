import type { CheckReport, CheckResult, Severity } from "../model/finding.js";
import { fixesOf } from "../model/fix.js";
import { type Alike, alikeResults, alikeUnknowns, andAlike } from "./alike.js";
import { type CheckContext, decisionsOf, foundOf, pathFrom, placeOf, sentenceOf } from "./check-view.js";
import { grouped, plural, printableLine } from "./text.js";
import type { UnknownGroup } from "./unknowns.js";

const COMMANDS = { critical: "error", high: "error", medium: "warning", low: "notice" } as const satisfies Record<Severity, string>;

/**
 * Annotations as GitHub Actions reads them from a log: one workflow command a failure, the worst first, and one for all that are alike. GitHub shows ten errors and ten warnings of a step and
 * fifty annotations of a job. What is known from a baseline is a notice; so is what is unknown, one for all rules that the same keeps from judging a resource.
 * Sources: docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands,
 * github.com/actions/toolkit docs/problem-matchers.md (limitations)
 */
export function checkGithub(report: CheckReport, context: CheckContext): string {
  const failed = report.results.filter(({ verdict }) => verdict === "fail");
  const failures = alikeResults(failed).map((alike) => failure(alike, context.root));
  const unknowns = alikeUnknowns(report.results).map((alike) => unknown(alike, context.root));
  const decided = decisionsOf(report).map(
    ({ text, weakens }) => `::${weakens ? "warning" : "notice"} title=${property("Decided otherwise than the library")}::${data(text)}`,
  );
  const { summary, baseline } = report;
  const known = baseline === undefined ? "" : `, ${grouped(baseline.known)} known from the baseline`;
  const totals = `Bulwark: ${plural(summary.fail, "failure")}, ${grouped(summary.unknown)} unknown, ${grouped(summary.waived)} waived${known}`;
  return `${[...failures, ...unknowns, ...decided, totals].join("\n")}\n`;
}

function failure(alike: Alike<CheckResult>, root: string): string {
  const result = alike.first;
  const known = result.baseline === "known";
  const title = `${result.rule} (${known ? "known, " : ""}${result.severity})`;
  // An annotation has room for one: that of a construct only where one made the resource.
  const fixes = fixesOf(result.fix);
  const fix = fixes.find(({ key }) => key !== "construct" || result.constructPath !== undefined) ?? fixes[0];
  const text = `${sentenceOf(result, andAlike(alike))}${fix === undefined ? "" : ` Fix: ${printableLine(fix.text)}`}`;
  return command(known ? "notice" : COMMANDS[result.severity], result, title, text, root);
}

function unknown(alike: Alike<UnknownGroup>, root: string): string {
  const { first, results } = alike.first;
  const title = `unknown (${plural(results.length, "rule")}, ${first.severity} at worst)`;
  const rules = results.map(({ rule, detail, severity }) => `${rule}${detail === undefined ? "" : ` [${detail}]`} (${severity})`);
  return command("notice", first, title, `${first.address}${andAlike(alike)}: ${foundOf(first)}. Not judged by ${rules.join(", ")}`, root);
}

function command(name: string, result: CheckResult, title: string, text: string, root: string): string {
  const { file, line, column } = placeOf(result);
  const properties = [
    ...(file === "" ? [] : [`file=${property(pathFrom(root, file))}`]),
    ...(file === "" || line === 0 ? [] : [`line=${line}`]),
    ...(file === "" || line === 0 || column === 0 ? [] : [`col=${column}`]),
    `title=${property(title)}`,
  ];
  return `::${name} ${properties.join(",")}::${data(text)}`;
}

/** The runner's own escapes; a line break would start a new command, a comma a new property. Source: actions/toolkit packages/core/src/command.ts */
const data = (text: string): string => printableLine(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
