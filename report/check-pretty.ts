import { type CheckReport, type CheckResult, SEVERITIES, type Severity, type Verdict } from "../model/finding.js";
import { fixesOf } from "../model/fix.js";
import { groupBy } from "../model/group.js";
import type { ResourceLocation } from "../model/resource.js";
import { type Alike, alikeResults, alikeUnknowns, andAlike } from "./alike.js";
import { placeOf } from "./check-view.js";
import type { ViewOptions } from "./run-summary.js";
import { aligned, labelled, type Paint, PLAIN, wrap } from "./terminal.js";
import { grouped, plural, printableLine } from "./text.js";
import { countUnknowns, type UnknownGroup } from "./unknowns.js";

const KIND_WORDS = {
  plan: "plan",
  synth: "synthesized stack",
  state: "state",
  configuration: "configuration without a plan",
  document: "document",
} as const;
const ORDER: readonly Verdict[] = ["fail", "unknown", "waived", "pass", "not-applicable"];

/**
 * A check as a terminal shows it: every listed result from critical to low, then what could not be judged, by resource, then what was read and
 * the totals. What is alike about instances of one block is written out for the first of them.
 */
export function checkPretty(report: CheckReport, { width = 100, paint = PLAIN }: ViewOptions = {}): string {
  const judged = report.results.filter(({ verdict }) => verdict !== "unknown");
  const sections = [
    ...SEVERITIES.map((severity) => severitySection(severity, judged, width, paint)),
    unknownSection(alikeUnknowns(report.results), width, paint),
    inputLines(report.inputs, paint),
    noteLines(report.inputs, width, paint),
    report.baseline === undefined ? [] : baselineLines(report.baseline, paint),
    report.adjustments === undefined ? [] : adjustmentLines(report.adjustments, width, paint),
    [totalsLine(report.summary, paint)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** As the totals below say it. */
const COUNTS: Readonly<Record<Verdict, (count: number) => string>> = {
  fail: (count) => plural(count, "failure"),
  unknown: (count) => `${grouped(count)} unknown`,
  waived: (count) => `${grouped(count)} waived`,
  pass: (count) => `${grouped(count)} passed`,
  "not-applicable": (count) => `${grouped(count)} not applicable`,
};

function severitySection(severity: Severity, results: readonly CheckResult[], width: number, paint: Paint): string[] {
  const own = results.filter((result) => result.severity === severity);
  if (own.length === 0) return [];
  const counts = ORDER.flatMap((verdict) => {
    const count = own.filter((result) => result.verdict === verdict).length;
    return count === 0 ? [] : [COUNTS[verdict](count)];
  });
  const rules = [...groupBy(own, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${paint.bold(severity.toUpperCase())}  ${paint.dim(counts.join(", "))}`,
    ...rules.flatMap(([, results]) => ruleLines(results, width, paint)),
  ];
}

/** @param results of one rule */
function ruleLines(results: readonly CheckResult[], width: number, paint: Paint): string[] {
  const own = [...results].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (a.address < b.address ? -1 : 1));
  const [first] = own;
  if (first === undefined) return [];
  // What holds for every finding of the rule is said once, below them.
  const place = { indent: 4, labelWidth: 11, width };
  const fixes = fixesOf(first.fix).map(({ place, text }) => `${place}: ${text}`);
  const needsFix = own.some(({ verdict }) => verdict !== "pass" && verdict !== "not-applicable");
  return [
    "",
    `  ${paint.bold(printableLine(first.rule))}  ${wrap(first.title, 400).join(" ")}`,
    ...alikeResults(own).flatMap((alike) => findingLines(alike, width, paint)),
    ...(needsFix ? fixes.flatMap((fix, index) => labelled(index === 0 ? "fix" : "", fix, place, paint.cyan)) : []),
    ...(first.obligations.length > 0 ? labelled("for", first.obligations.join(", "), place, paint.dim) : []),
  ];
}

function findingLines(alike: Alike<CheckResult>, width: number, paint: Paint): string[] {
  const result = alike.first;
  const head = `    ${mark(result.verdict, paint)} ${printableLine(result.address)}${result.detail === undefined ? "" : ` ${paint.dim(`[${printableLine(result.detail)}]`)}`}${result.baseline === "known" ? paint.dim(" (known)") : ""}${paint.dim(andAlike(alike))}`;
  if (result.verdict === "pass" || result.verdict === "not-applicable") return [head];
  const place = { indent: 6, labelWidth: 11, width };
  return [
    head,
    ...labelled("expected", result.expected, place, paint.dim),
    ...labelled("actual", result.actual, place, paint.dim),
    ...placeLines(result, place, paint),
    ...labelled("finding", result.fingerprint, place, paint.dim),
    ...alikeLines(
      alike.others.map(({ fingerprint, address }) => `${paint.dim(fingerprint)}  ${printableLine(address)}`),
      place,
      paint,
    ),
  ];
}

const MAX_ALIKE = 5;

/** @param subjects one line each */
function alikeLines(subjects: readonly string[], { indent, labelWidth }: Parameters<typeof labelled>[2], paint: Paint): string[] {
  const left = subjects.length - MAX_ALIKE;
  const lines =
    left <= 1 ? subjects : [...subjects.slice(0, MAX_ALIKE), paint.dim(`and ${grouped(left)} more: --format json has them all`)];
  return lines.map((line, index) => `${" ".repeat(indent)}${paint.dim((index === 0 ? "alike" : "").padEnd(labelWidth))}${line}`);
}

/** Why, and where to look. */
function placeLines(result: CheckResult, place: Parameters<typeof labelled>[2], paint: Paint): string[] {
  const where = textOf(placeOf(result));
  const input = result.source === undefined ? null : textOf(result.location);
  return [
    ...(result.reason === undefined ? [] : labelled("because", result.reason, place, paint.dim)),
    ...(where === null ? [] : labelled("where", where, place, paint.dim)),
    ...(input === null ? [] : labelled("input", input, place, paint.dim)),
    ...(result.constructPath === undefined ? [] : labelled("construct", result.constructPath, place, paint.dim)),
  ];
}

function unknownSection(groups: readonly Alike<UnknownGroup>[], width: number, paint: Paint): string[] {
  if (groups.length === 0) return [];
  return [
    `${paint.bold("UNKNOWN")}  ${paint.dim(countUnknowns(groups.flatMap(({ first, others }) => [first, ...others])))}`,
    ...groups.flatMap((group) => ["", ...unknownLines(group, width, paint)]),
  ];
}

/** What is the same for all of them once, then the rules that it leaves without an answer. */
function unknownLines(alike: Alike<UnknownGroup>, width: number, paint: Paint): string[] {
  const { first, results } = alike.first;
  const rows = results.map((result) => [
    result.severity,
    `${printableLine(result.rule)}${result.detail === undefined ? "" : ` ${paint.dim(`[${printableLine(result.detail)}]`)}`}`,
    `${result.fingerprint}${result.baseline === "known" ? paint.dim(" (known)") : ""}`,
  ]);
  const place = { indent: 4, labelWidth: 11, width };
  return [
    `  ${mark(first.verdict, paint)} ${printableLine(first.address)}${paint.dim(andAlike(alike))}`,
    ...labelled("actual", first.actual, place, paint.dim),
    ...placeLines(first, place, paint),
    ...aligned(rows, 15).map((line, index) => (index === 0 ? `    ${paint.dim("rules".padEnd(11))}${line.trimStart()}` : line)),
    ...alikeLines(
      alike.others.map(({ first: other }) => printableLine(other.address)),
      place,
      paint,
    ),
  ];
}

/** One finding with its rule's fix, as a check shows it. */
export function findingBlock(result: CheckResult, { width, paint }: { readonly width: number; readonly paint: Paint }): string {
  return ruleLines([result], width, paint).slice(1).join("\n");
}

function textOf({ file, line, column }: ResourceLocation): string | null {
  if (file === "") return null;
  return line > 0 ? `${file}:${line}:${column}` : file;
}

function mark(verdict: Verdict, paint: Paint): string {
  switch (verdict) {
    case "pass":
      return paint.green("✓");
    case "fail":
      return paint.red("✗");
    case "unknown":
      return paint.yellow("?");
    case "waived":
      return paint.yellow("~");
    case "not-applicable":
      return paint.dim("-");
  }
}

function inputLines(inputs: CheckReport["inputs"], paint: Paint): string[] {
  const rows = inputs.map(({ path, kind, resources: { inInput, lifted } }) => {
    const count = `resources seen ${grouped(lifted)} ${lifted === inInput ? "=" : "≠"} resources in input ${grouped(inInput)}`;
    return [printableLine(path), KIND_WORDS[kind], lifted === inInput ? count : paint.red(count)];
  });
  return aligned(rows, 0);
}

function baselineLines({ path, known, new: fresh, fixed }: NonNullable<CheckReport["baseline"]>, paint: Paint): string[] {
  return [
    `${printableLine(path)}  ${grouped(known)} known, ${grouped(fresh)} new, ${grouped(fixed.length)} fixed`,
    ...fixed.map(({ rule, address, detail }) => {
      const subject = detail === undefined ? address : `${address} [${detail}]`;
      return paint.green(`  fixed  ${printableLine(rule)}  ${printableLine(subject)}`);
    }),
    ...(fixed.length > 0 ? [paint.dim("  Write the baseline anew, so that what is fixed stays fixed: --write-baseline")] : []),
  ];
}

const MAX_NOTES = 12;

/** What could not be looked into: silence about it would read as "nothing found". */
function noteLines(inputs: CheckReport["inputs"], width: number, paint: Paint): string[] {
  const notes = inputs.flatMap(({ notes = [] }) => notes);
  const place = { indent: 0, labelWidth: 6, width };
  const shown = notes.slice(0, MAX_NOTES).flatMap((note) => labelled("note", printableLine(note), place, paint.yellow));
  return notes.length <= MAX_NOTES
    ? shown
    : [...shown, `      and ${plural(notes.length - MAX_NOTES, "more note")}: --format json has them all`];
}

/** A check that was told to look away says so. */
function adjustmentLines(
  { path, disabled, severities, baseline }: NonNullable<CheckReport["adjustments"]>,
  width: number,
  paint: Paint,
): string[] {
  if (disabled.length + severities.length + baseline.length === 0) return [];
  const place = { indent: 4, labelWidth: 11, width };
  return [
    `Decided otherwise than the library, in ${printableLine(path)}:`,
    ...disabled.flatMap(({ rule, reason }) => [
      `  ${paint.yellow("disabled")}  ${printableLine(rule)}`,
      ...labelled("because", reason, place, paint.dim),
    ]),
    ...severities.map(({ rule, from, to }) => `  severity  ${printableLine(rule)}: ${to} (library: ${from})`),
    ...baseline.map(({ name, from, to, effect }) => {
      const text = `  baseline  ${name}: ${to} (library: ${from}), ${effect}`;
      return effect === "weaker" ? paint.yellow(text) : text;
    }),
  ];
}

function totalsLine(summary: CheckReport["summary"], paint: Paint): string {
  const failed = SEVERITIES.flatMap((severity) =>
    summary.bySeverity[severity] > 0 ? [`${grouped(summary.bySeverity[severity])} ${severity}`] : [],
  );
  const fail = `${plural(summary.fail, "failure")}${failed.length > 0 ? ` (${failed.join(", ")})` : ""}`;
  const parts = [
    summary.fail > 0 ? paint.red(fail) : paint.green(fail),
    summary.unknown > 0 ? paint.yellow(`${grouped(summary.unknown)} unknown`) : "0 unknown",
    `${grouped(summary.waived)} waived`,
    `${grouped(summary.pass)} passed`,
    `${grouped(summary["not-applicable"])} not applicable`,
  ];
  return parts.join(" · ");
}
