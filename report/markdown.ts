import { type CheckReport, type CheckResult, type FixedFinding, SEVERITIES, type Severity } from "../model/finding.js";
import { fixesOf, isCode } from "../model/fix.js";
import { groupBy } from "../model/group.js";
import { type Alike, alikeResults, alikeUnknowns, andAlike } from "./alike.js";
import { type CheckContext, pathFrom, placeOf, subjectOf } from "./check-view.js";
import { code, prose } from "./markdown-escape.js";
import { grouped, plural, printableLine, VERDICT_WORDS } from "./text.js";
import { bySeverity, countUnknowns, type UnknownGroup } from "./unknowns.js";

/** GitHub refuses a comment of more than 65,536 characters; the rest is for the closing lines. */
const BUDGET = 60_000;

/**
 * A check as a comment on a change: totals, then the findings of each severity folded, with fix and obligations once per rule, then what could not
 * be judged, by resource. Everything that comes from an input is escaped: it cannot mention people, link, embed pictures or close a fold. What does
 * not fit is counted.
 */
export function checkMarkdown(report: CheckReport, { root }: CheckContext): string {
  const blocks = [`## Bulwark: ${headline(report)}`, totals(report), ...adjustmentBlock(report)];
  let room = BUDGET - blocks.join("\n\n").length;
  let left = 0;
  for (const severity of SEVERITIES) {
    const rules = rulesOf(
      report.results.filter(({ severity: own, verdict }) => own === severity && (verdict === "fail" || verdict === "waived")),
    );
    const shown: string[] = [];
    for (const results of rules) {
      const text = ruleBlock(results, root);
      if (text.length > room) left += results.length;
      else {
        room -= text.length + 2;
        shown.push(text);
      }
    }
    if (shown.length > 0) blocks.push(fold(severity, report, shown));
  }
  const unknown = alikeUnknowns(report.results);
  const listed: string[] = [];
  for (const alike of unknown) {
    const text = unknownItem(alike, root);
    if (text.length > room) left += resultsIn(alike);
    else {
      room -= text.length + 1;
      listed.push(text);
    }
  }
  if (listed.length > 0)
    blocks.push(
      `<details><summary><b>unknown</b>: ${countUnknowns(unknown.flatMap(({ first, others }) => [first, ...others]))}</summary>\n\n${listed.join("\n")}\n\n</details>`,
    );
  if (left > 0) blocks.push(`${plural(left, "further result")} did not fit into a comment; the other formats list them.`);
  const fixed = report.baseline?.fixed ?? [];
  if (fixed.length > 0) blocks.push(fixedBlock(fixed));
  blocks.push(inputs(report, root));
  return `${blocks.join("\n\n")}\n`;
}

function headline({ summary, baseline }: CheckReport): string {
  const failures = plural(summary.fail, "failure");
  const known = baseline === undefined ? "" : ` (${grouped(baseline.known)} known, ${grouped(baseline.new)} new)`;
  return `${failures}${known}, ${grouped(summary.unknown)} unknown`;
}

function totals({ summary }: CheckReport): string {
  const cells = [...SEVERITIES.map((severity) => summary.bySeverity[severity]), summary.unknown, summary.waived, summary.pass];
  return `| critical | high | medium | low | unknown | waived | passed |\n|---:|---:|---:|---:|---:|---:|---:|\n| ${cells.map(grouped).join(" | ")} |`;
}

/** A check that was told to look away says so to those who review the change. */
function adjustmentBlock({ adjustments }: CheckReport): readonly string[] {
  if (adjustments === undefined) return [];
  const { path, disabled, severities, baseline } = adjustments;
  const lines = [
    ...disabled.map(({ rule, reason }) => `- disabled: ${code(rule)}, because ${prose(reason)}`),
    ...severities.map(({ rule, from, to }) => `- severity of ${code(rule)}: ${to} (library: ${from})`),
    ...baseline.map(({ name, from, to, effect }) => `- ${code(name)}: ${to} (library: ${from}), ${effect}`),
  ];
  if (lines.length === 0) return [];
  const all = lines.join("\n");
  const shown = all.length > BUDGET / 3 ? `- ${plural(lines.length, "decision")}, too long for a comment` : all;
  return [`Decided otherwise than the library, in ${code(path)}:\n\n${shown}`];
}

const resultsIn = ({ first, others }: Alike<UnknownGroup>): number =>
  others.reduce((sum, { results }) => sum + results.length, first.results.length);

const rulesOf = (results: readonly CheckResult[]): readonly (readonly CheckResult[])[] => [
  ...groupBy(results, ({ rule }) => rule).values(),
];

/** Critical findings stand open; nobody should have to unfold them to see them. */
function fold(severity: Severity, { results }: CheckReport, shown: readonly string[]): string {
  const own = results.filter((result) => result.severity === severity);
  const counts = (["fail", "waived"] as const).flatMap((verdict) => {
    const count = own.filter((result) => result.verdict === verdict).length;
    if (count === 0) return [];
    return [verdict === "fail" ? plural(count, "failure") : `${grouped(count)} waived`];
  });
  return `<details${severity === "critical" ? " open" : ""}><summary><b>${severity}</b>: ${counts.join(", ")}</summary>\n\n${shown.join("\n\n")}\n\n</details>`;
}

function ruleBlock(results: readonly CheckResult[], root: string): string {
  const [first] = results;
  if (first === undefined) return "";
  const rows = alikeResults(results).map((alike) => {
    const result = alike.first;
    return `- ${stateOf(result)} ${code(subjectOf(result))}${andAlike(alike)}${where(result, root)}<br>${prose(because(result))}`;
  });
  const fixes = [
    ...fixesOf(first.fix).map(({ place, text }) => `Fix (${place}): ${isCode(text) ? code(printableLine(text)) : prose(text)}`),
    first.obligations.length === 0 ? undefined : `For: ${first.obligations.map(prose).join(", ")}`,
  ].filter((line) => line !== undefined);
  return [`#### ${code(first.rule)} ${prose(first.title)}`, `Expected: ${prose(first.expected)}`, rows.join("\n"), ...fixes].join("\n\n");
}

/** What is the same for all of them once, with the rules that it leaves without an answer. */
function unknownItem(alike: Alike<UnknownGroup>, root: string): string {
  const group = alike.first;
  const rules = bySeverity(group).map(([severity, results]) => `${severity}: ${results.map(ruleOf).join(", ")}`);
  const { first } = group;
  return `- ${code(printableLine(first.address))}${andAlike(alike)}${where(first, root)}<br>${[prose(because(first)), ...rules].join("<br>")}`;
}

const ruleOf = ({ rule, detail, baseline }: CheckResult): string =>
  `${code(rule)}${detail === undefined ? "" : ` ${code(printableLine(detail))}`}${baseline === "known" ? " (known)" : ""}`;

const stateOf = ({ verdict, baseline }: CheckResult): string => `**${VERDICT_WORDS[verdict]}**${baseline === "known" ? " (known)" : ""}`;

const because = ({ actual, reason }: CheckResult): string => (reason === undefined ? actual : `${actual}; ${reason}`);

function where(result: CheckResult, root: string): string {
  const { file, line } = placeOf(result);
  return file === "" ? "" : ` in ${code(printableLine(`${pathFrom(root, file)}${line > 0 ? `:${line}` : ""}`))}`;
}

const FIXED_SHOWN = 20;

function fixedBlock(fixed: readonly FixedFinding[]): string {
  const rows = fixed.slice(0, FIXED_SHOWN).map(({ rule, address }) => `- ${code(rule)} ${code(printableLine(address))}`);
  const more = fixed.length > FIXED_SHOWN ? [`- and ${fixed.length - FIXED_SHOWN} more`] : [];
  return `<details><summary>${plural(fixed.length, "finding")} of the baseline gone; write it anew</summary>\n\n${[...rows, ...more].join("\n")}\n\n</details>`;
}

function inputs({ inputs: read }: CheckReport, root: string): string {
  const shown = read.slice(0, FIXED_SHOWN).map(({ path, kind, resources: { inInput, lifted } }) => {
    return `${code(printableLine(pathFrom(root, path)))} (${kind}, ${grouped(lifted)} of ${grouped(inInput)} resources read)`;
  });
  return `Read: ${[...shown, ...(read.length > shown.length ? [`${read.length - shown.length} more`] : [])].join(", ")}`;
}
