import { type CheckReport, type CheckResult, SEVERITIES, type Severity, VERDICTS, type Verdict } from "../../model/finding.js";
import { fixesOf } from "../../model/fix.js";
import { groupBy } from "../../model/group.js";
import type { Report } from "../../model/report.js";
import { type Alike, alikeResults, alikeUnknowns, andAlike } from "../alike.js";
import { decisionsOf, placeOf } from "../check-view.js";
import { grouped, plural, SEVERITY_RANK, VERDICT_WORDS } from "../text.js";
import { bySeverity, type UnknownGroup } from "../unknowns.js";
import { breakable, html, type Markup, type Part, trusted } from "./markup.js";
import { idList, section, table, verdictChip } from "./parts.js";

/** Rows beyond this many make a page slow; the rest (passes, since failures come first) is in the JSON report. */
const MOST_ROWS = 2000;
const ORDER: readonly Verdict[] = ["fail", "unknown", "waived", "pass", "not-applicable"];

export function checkSection({ check }: Report): Markup | null {
  if (check === null) return null;
  const sorted = rowsOf([...check.results].sort(byUrgency));
  const shown = sorted.slice(0, MOST_ROWS);
  const columns = [
    { title: "Rule" },
    { title: "Verdict" },
    { title: "Severity" },
    { title: "Resource", kind: "full" },
    { title: "Expected and seen", kind: "full" },
  ];
  const rows = shown.map(({ verdict, severities, cells }) => ({ cells, data: { verdict, severity: severities.join(" ") } }));
  const left = sorted.length - shown.length;
  const sum = (of: "inInput" | "lifted") => check.inputs.reduce((total, { resources }) => total + resources[of], 0);
  const lead = `${plural(sum("lifted"), "resource and document", "resources and documents")} seen ${sum("lifted") === sum("inInput") ? "=" : "≠"} ${grouped(sum("inInput"))} in ${plural(check.inputs.length, "input")}.`;
  return section(
    "results",
    "Configuration check",
    lead,
    html`${inputList(check)}${decisionList(check)}${filters(check)}${table("Results of the check", columns, rows)}${left > 0 && html`<p class="quiet">${plural(left, "further row")} in the JSON report.</p>`}`,
  );
}

interface Row {
  readonly verdict: Verdict;
  /** Of the rules in it. */
  readonly severities: readonly Severity[];
  readonly cells: readonly Part[];
}

/**
 * A row for each result that wants a reader's attention, and one for all that are alike. What is unknown has one for each resource and reason, which may leave a
 * dozen rules without an answer; what passed or does not apply has one a rule, or the page is all passes.
 */
function rowsOf(results: readonly CheckResult[]): Row[] {
  const quiet = groupBy(results.filter(isQuiet), ({ verdict, rule }) => `${verdict} ${rule}`);
  const loud = results.filter((result) => !isQuiet(result) && result.verdict !== "unknown");
  const rows = [
    ...alikeResults(loud).map((alike) => ({ first: alike.first, cells: cellsOf(alike) })),
    ...[...quiet.values()].map((group) => {
      const first = group[0] as CheckResult;
      return { first, cells: group.length === 1 ? cellsOf({ first, others: [] }) : groupCells(first, group) };
    }),
  ].map(({ first, cells }): Row => ({ verdict: first.verdict, severities: [first.severity], cells }));
  const unknown = alikeUnknowns(results).map((alike): Row => {
    const { first, others } = alike;
    return {
      verdict: "unknown",
      severities: bySeverity(first).map(([severity]) => severity),
      cells: first.results.length === 1 ? cellsOf({ first: first.first, others: others.map((group) => group.first) }) : unknownCells(alike),
    };
  });
  return [...rows, ...unknown].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

const isQuiet = ({ verdict }: CheckResult): boolean => verdict === "pass" || verdict === "not-applicable";

/** What is the same for all of them, and the rules that it leaves without an answer. */
function unknownCells(alike: Alike<UnknownGroup>): Part[] {
  const group = alike.first;
  const { first, results } = group;
  const rules = results.map(
    ({ rule, title, detail, severity }) =>
      html`<li>${severity}: ${title} <span class="ids"><code>${rule}</code>${detail !== undefined && html` ${breakable(detail)}`}</span></li>`,
  );
  const obligations = idList([...new Set(results.flatMap((result) => result.obligations))]);
  return [
    html`${plural(results.length, "rule")} without an answer`,
    verdictChip("unknown"),
    bySeverity(group)
      .map(([severity]) => severity)
      .join(", "),
    subject({ first, others: alike.others.map((other) => other.first) }),
    html`<div>${seen(first)}<details><summary>Which rules</summary><ul>${rules}</ul></details><p>${obligations}</p></div>`,
  ];
}

/** Results of one rule with one quiet verdict. */
function groupCells({ rule, title, verdict, severity, expected, obligations }: CheckResult, group: readonly CheckResult[]): Part[] {
  const items = group.map(
    ({ address, constructPath }) =>
      html`<li><code>${breakable(address)}</code>${constructPath !== undefined && html`<p class="ids">construct ${breakable(constructPath)}</p>`}</li>`,
  );
  return [
    html`${title}<p class="ids"><code>${rule}</code></p>`,
    verdictChip(verdict),
    severity,
    html`<details><summary>${plural(group.length, "resource")}</summary><ul>${items}</ul></details>`,
    html`<div><span class="quiet">${expected}</span><p>${idList(obligations)}</p></div>`,
  ];
}

function inputList({ inputs }: CheckReport): Markup {
  const items = inputs.map(
    ({ path, kind, resources: { lifted, inInput } }) =>
      html`<li><code>${path}</code> <span class="quiet">${kind}: ${grouped(lifted)} seen ${lifted === inInput ? "=" : "≠"} ${grouped(inInput)}</span></li>`,
  );
  return html`<details class="group inputs"><summary>Input by input</summary><ul>${items}</ul></details>`;
}

/** A check that was told to look away says so. */
function decisionList(check: CheckReport): Markup | false {
  const decisions = decisionsOf(check);
  if (decisions.length === 0) return false;
  const items = decisions.map(({ text, weakens }) => html`<li>${weakens && html`<strong>weaker</strong> `}${breakable(text)}</li>`);
  return html`<details class="group" open><summary>Decided otherwise than the library (${decisions.length})</summary><ul>${items}</ul></details>`;
}

const byUrgency = (a: CheckResult, b: CheckResult): number =>
  ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
  SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.address < b.address ? -1 : 1);

function cellsOf(alike: Alike<CheckResult>) {
  const result = alike.first;
  const { rule, title, verdict, severity, obligations } = result;
  return [
    html`${title}<p class="ids"><code>${rule}</code></p>`,
    verdictChip(verdict),
    severity,
    subject(alike, result.detail),
    html`<div>${verdict === "pass" ? html`<span class="quiet">${result.expected}</span>` : judgement(result)}<p>${idList(obligations)}</p></div>`,
  ];
}

/** Instances of one block that a row lists; the rest is in the JSON report. */
const MOST_ALIKE = 50;

function subject(alike: Alike<CheckResult>, detail?: string): Markup {
  const { first, others } = alike;
  const { verdict, address, constructPath } = first;
  const { file, line, column } = placeOf(first);
  const place = file === "" || verdict === "pass" ? null : line > 0 ? `${file}:${line}:${column}` : file;
  return html`<div><code>${breakable(address)}</code>${detail !== undefined && html` <span class="ids">${detail}</span>`}${constructPath !== undefined && html`<p class="ids">construct ${breakable(constructPath)}</p>`}${place !== null && html`<p class="ids">${breakable(place)}</p>`}${others.length > 0 && instances(alike)}</div>`;
}

function instances(alike: Alike<CheckResult>): Markup {
  const { others } = alike;
  const items = others.slice(0, MOST_ALIKE).map(({ address }) => html`<li><code>${breakable(address)}</code></li>`);
  const left = others.length - items.length;
  return html`<details><summary>${andAlike(alike).trim()}</summary><ul>${items}${left > 0 && html`<li class="quiet">${grouped(left)} more in the JSON report</li>`}</ul></details>`;
}

/** @param expected left out where several rules expect different things */
const seen = ({ actual, reason }: CheckResult, expected?: string): Markup =>
  html`<dl class="facts">${expected !== undefined && html`<dt>expected</dt><dd>${expected}</dd>`}<dt>seen</dt><dd>${actual}</dd>${reason !== undefined && html`<dt>because</dt><dd>${reason}</dd>`}</dl>`;

function judgement(result: CheckResult): Markup {
  const { verdict, expected, fix } = result;
  const fixes = fixesOf(fix).map(({ place, text }) => html`<li>${place}: ${text}</li>`);
  return html`${seen(result, expected)}${verdict !== "not-applicable" && fixes.length > 0 && html`<details><summary>How to fix it</summary><ul>${fixes}</ul></details>`}`;
}

function filters({ results }: CheckReport): Markup {
  // What held is one tick away: a page that opens on hundreds of passes hides what wants attention.
  const box = (name: string, value: string, label: string, count: number) =>
    count > 0 &&
    html`<label><input type="checkbox" name="${name}" value="${value}"${value !== "pass" && value !== "not-applicable" && trusted(" checked")}>${label} <span class="quiet">${grouped(count)}</span></label>`;
  const verdicts = VERDICTS.map((verdict) =>
    box("verdict", verdict, VERDICT_WORDS[verdict], results.filter((result) => result.verdict === verdict).length),
  );
  const severities = SEVERITIES.map((severity) =>
    box("severity", severity, severity, results.filter((result) => result.severity === severity).length),
  );
  return html`<form class="filters" id="filters" role="search" aria-label="Filter the results"><fieldset><legend>Verdict</legend>${verdicts}</fieldset><fieldset><legend>Severity</legend>${severities}</fieldset><input type="search" name="text" placeholder="Rule, resource, obligation" aria-label="Text in a result"><output aria-live="polite"></output></form>`;
}
