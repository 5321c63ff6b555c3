import type { CheckReport, CheckResult, Severity } from "../model/finding.js";
import { type CheckContext, decisionsOf, isFinding, pathFrom, placeOf, sentenceOf } from "./check-view.js";
import { plural, printableLine } from "./text.js";

const COMMANDS = { critical: "error", high: "error", medium: "warning", low: "notice" } as const satisfies Record<Severity, string>;

/**
 * Annotations as GitHub Actions reads them from a log: one workflow command a finding, the worst first. What is unknown or known from a baseline
 * is a notice. Source: docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function checkGithub(report: CheckReport, context: CheckContext): string {
  const lines = report.results.filter(isFinding).map((result) => annotation(result, context.root));
  const decided = decisionsOf(report).map(
    ({ text, weakens }) => `::${weakens ? "warning" : "notice"} title=${property("Decided otherwise than the library")}::${data(text)}`,
  );
  const { fail, unknown, waived } = report.summary;
  const known = report.baseline === undefined ? "" : `, ${report.baseline.known} known from the baseline`;
  return `${[...lines, ...decided, `Bulwark: ${plural(fail, "failure")}, ${unknown} unknown, ${waived} waived${known}`].join("\n")}\n`;
}

function annotation(result: CheckResult, root: string): string {
  const command = result.verdict === "unknown" || result.baseline === "known" ? "notice" : COMMANDS[result.severity];
  const { file, line, column } = placeOf(result);
  const state = result.verdict === "unknown" ? "unknown, " : result.baseline === "known" ? "known, " : "";
  const properties = [
    ...(file === "" ? [] : [`file=${property(pathFrom(root, file))}`]),
    ...(file === "" || line === 0 ? [] : [`line=${line}`]),
    ...(file === "" || line === 0 || column === 0 ? [] : [`col=${column}`]),
    `title=${property(`${result.rule} (${state}${result.severity})`)}`,
  ];
  const fix = result.fix.construct ?? result.fix.terraform;
  return `::${command} ${properties.join(",")}::${data(`${sentenceOf(result)}${fix === undefined ? "" : ` Fix: ${printableLine(fix)}`}`)}`;
}

/** The runner's own escapes; a line break would start a new command, a comma a new property. Source: actions/toolkit packages/core/src/command.ts */
const data = (text: string): string => printableLine(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
