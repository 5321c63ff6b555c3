import { relative, resolve, sep } from "node:path";
import { type CheckReport, type CheckResult, type RuleMeta, SEVERITIES } from "../model/finding.js";
import type { ResourceLocation } from "../model/resource.js";
import { printableLine } from "./text.js";

/** What the machine-readable views of a check need beside its report. */
export interface CheckContext {
  readonly rules: readonly RuleMeta[];
  readonly version: string;
  /** Folder that paths are shown from; a report must not carry the layout of somebody's machine. */
  readonly root: string;
  /** Time of the check, RFC 3339 in UTC. */
  readonly at: string;
}

/** The path from the root with forward slashes; empty when the input gave none. */
export const pathFrom = (root: string, file: string): string =>
  file === "" ? "" : relative(root, resolve(root, file)).split(sep).join("/");

/** The place to show first: the line of the app or of the Terraform files when it is known, else that of the input. */
export const placeOf = (result: CheckResult): ResourceLocation => result.source ?? result.location;

/** `aws_s3_bucket.b [statement 2]`, on one line and without control characters. */
export const subjectOf = ({ address, detail }: CheckResult): string =>
  printableLine(detail === undefined ? address : `${address} [${detail}]`);

/**
 * What was found, why, and what was expected, on one line.
 * @param also what the same holds for, behind the subject
 */
export function sentenceOf(result: CheckResult, also = ""): string {
  return printableLine(`${subjectOf(result)}${also}: ${foundOf(result)}. Expected: ${result.expected}`);
}

/** What was found and why, as one sentence; a reason says itself that it is the apply that is waited for. */
export function foundOf({ verdict, actual, reason }: CheckResult): string {
  if (reason === undefined) return actual;
  return verdict === "unknown" ? `${actual.replace(/ is not known before apply$/, " is not known")}: ${reason}` : `${actual} (${reason})`;
}

/** What the provider decided otherwise than the library; `rule` only where it is about one. */
export interface Decision {
  readonly rule?: string;
  readonly weakens: boolean;
  /** One sentence on one line. */
  readonly text: string;
}

/** A check that was told to look away says so, in every format that has a place for it. */
export function decisionsOf({ adjustments }: CheckReport): readonly Decision[] {
  if (adjustments === undefined) return [];
  const { path, disabled, severities, baseline } = adjustments;
  const decision = (text: string, weakens: boolean, rule?: string): Decision => ({
    ...(rule === undefined ? {} : { rule }),
    weakens,
    text: printableLine(`${text} Decided in ${path}.`),
  });
  return [
    ...disabled.map(({ rule, reason }) => decision(`${rule} is disabled: ${reason}.`, true, rule)),
    ...severities.map(({ rule, from, to }) =>
      decision(`${rule} counts as ${to}, in the library as ${from}.`, SEVERITIES.indexOf(to) > SEVERITIES.indexOf(from), rule),
    ),
    ...baseline.map(({ name, from, to, effect }) => decision(`${name} is ${to}, in the library ${from}: ${effect}.`, effect === "weaker")),
  ];
}

export const isFinding = ({ verdict }: CheckResult): boolean => verdict === "fail" || verdict === "unknown";
