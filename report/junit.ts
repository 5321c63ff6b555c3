import type { CheckReport, CheckResult } from "../model/finding.js";
import { fixesOf } from "../model/fix.js";
import { type CheckContext, decisionsOf, pathFrom, placeOf, sentenceOf, subjectOf } from "./check-view.js";
import { printable } from "./text.js";

/**
 * A check as JUnit XML, in the strict Ant form (github.com/windyroad/JUnit-Schema): one suite of the inputs that were read, then one per rule
 * with a case per listed result. A known failure of a baseline and a waived result are skipped, an unknown is an error: it was not decided.
 */
export function checkJunit(report: CheckReport, context: CheckContext): string {
  const rules = [...new Set(report.results.map(({ rule }) => rule))];
  const decided = decisionsOf(report).map(
    ({ text, rule }): Case => ({ name: rule ?? text, outcome: "skipped", message: text, type: "decision", body: text }),
  );
  const suites = [
    inputSuite(report, context),
    ...(decided.length === 0 ? [] : [suiteOf({ name: "decided-otherwise", id: rules.length + 1, cases: decided, context })]),
    ...rules.map((rule, at) => suiteOf({ name: rule, id: at + 1, cases: casesOf(report, rule, context), context })),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("")}</testsuites>\n`;
}

interface Case {
  readonly name: string;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  readonly message: string;
  readonly type: string;
  readonly body: string;
}

/** A file of no results at all is an error to some readers, and how much was read is a result of its own. */
function inputSuite(report: CheckReport, context: CheckContext): string {
  const cases = report.inputs.map(({ path, kind, resources: { inInput, lifted } }): Case => {
    const counts = `${lifted} of ${inInput} resources of the input were read`;
    return {
      name: pathFrom(context.root, path),
      outcome: lifted === inInput ? "passed" : "error",
      message: counts,
      type: kind,
      body: counts,
    };
  });
  return suiteOf({ name: "inputs", id: 0, cases, context });
}

function casesOf(report: CheckReport, rule: string, { root }: CheckContext): readonly Case[] {
  return report.results
    .filter((result) => result.rule === rule)
    .map((result) => ({
      name: subjectOf(result),
      outcome: outcomeOf(result),
      message: sentenceOf(result),
      type: result.severity,
      body: bodyOf(result, root),
    }));
}

function outcomeOf({ verdict, baseline }: CheckResult): Case["outcome"] {
  if (verdict === "pass") return "passed";
  if (verdict === "waived" || verdict === "not-applicable" || baseline === "known") return "skipped";
  return verdict === "unknown" ? "error" : "failure";
}

function bodyOf(result: CheckResult, root: string): string {
  const { file, line, column } = placeOf(result);
  const lines = [
    `verdict: ${result.verdict}${result.baseline === undefined ? "" : ` (${result.baseline})`}`,
    `expected: ${result.expected}`,
    `actual: ${result.actual}`,
    result.reason && `because: ${result.reason}`,
    file !== "" && `where: ${pathFrom(root, file)}${line > 0 ? `:${line}:${column}` : ""}`,
    result.constructPath && `construct: ${result.constructPath}`,
    ...fixesOf(result.fix).map(({ place, text }) => `fix (${place}): ${text}`),
    result.obligations.length > 0 && `for: ${result.obligations.join(", ")}`,
  ];
  return lines.filter((text) => typeof text === "string" && text !== "").join("\n");
}

function suiteOf({
  name,
  id,
  cases,
  context,
}: {
  readonly name: string;
  readonly id: number;
  readonly cases: readonly Case[];
  readonly context: CheckContext;
}): string {
  const count = (outcome: Case["outcome"]): number => cases.filter((each) => each.outcome === outcome).length;
  const head = [
    `name="${attribute(name)}"`,
    `package="bulwark"`,
    `id="${id}"`,
    // The schema wants a time without zone and a host that is not anybody's.
    `timestamp="${attribute(context.at.slice(0, 19))}"`,
    `hostname="localhost"`,
    `tests="${cases.length}"`,
    `failures="${count("failure")}"`,
    `errors="${count("error")}"`,
    `skipped="${count("skipped")}"`,
    `time="0"`,
  ].join(" ");
  const properties = `    <properties><property name="bulwark" value="${attribute(context.version)}"/></properties>\n`;
  return `  <testsuite ${head}>\n${properties}${cases.map((each) => caseOf(each, name)).join("")}    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n`;
}

function caseOf({ name, outcome, message, type, body }: Case, suite: string): string {
  const head = `    <testcase name="${attribute(name)}" classname="bulwark.${attribute(suite)}" time="0"`;
  if (outcome === "passed") return `${head}/>\n`;
  const kind = outcome === "skipped" ? "" : ` type="${attribute(type)}"`;
  return `${head}><${outcome} message="${attribute(message)}"${kind}>${xml(body)}</${outcome}></testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** XML 1.0 has no way to write control characters, halves of surrogate pairs, U+FFFE and U+FFFF; the first are shown as escapes already. */
const xml = (text: string): string =>
  Buffer.from(printable(text), "utf8")
    .toString("utf8")
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** In an attribute a line break would be read as a space. */
const attribute = (text: string): string => xml(text).replaceAll("\n", "&#10;");
