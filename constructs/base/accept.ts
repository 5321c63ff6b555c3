import { BulwarkError } from "../../model/errors.js";
import { CONTROLS, type ControlId, isControlId } from "./controls.js";

/** A weakening of the baseline that somebody answers for. It is recorded in the stack and shows in every report until it runs out. */
export interface Accept {
  /** Control whose baseline is not met. @obligation OBL-REG-3 */
  readonly control: ControlId;
  /** Why this is right here, at least 10 characters. @obligation OBL-REG-3 */
  readonly reason: string;
  /** Date (YYYY-MM-DD) until which it holds: in the future, and at most a year ahead. @obligation OBL-REG-3 */
  readonly until: string;
}

const MIN_REASON = 10;
const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/** @throws BulwarkError BW_ACCEPT_INVALID naming the first entry that cannot stand */
export function validateAccepts(construct: string, accepts: readonly Accept[], asOf: string): void {
  const seen = new Set<string>();
  for (const accept of accepts) {
    const problem = problemOf(accept, asOf) ?? (seen.has(accept.control) ? "is given twice" : undefined);
    if (problem) throw new BulwarkError("BW_ACCEPT_INVALID", { construct, control: accept.control, problem });
    seen.add(accept.control);
  }
}

function problemOf({ control, reason, until }: Accept, asOf: string): string | undefined {
  if (!isControlId(control)) return `no such control; known are ${Object.keys(CONTROLS).join(", ")}`;
  return acceptanceProblem({ reason, until }, asOf);
}

/** What is wrong with a reason or a date, as the rest of a sentence; `undefined` when both can stand. */
export function acceptanceProblem({ reason, until }: Pick<Accept, "reason" | "until">, asOf: string): string | undefined {
  if (typeof reason !== "string" || reason.trim().length < MIN_REASON) return `the reason needs at least ${MIN_REASON} characters`;
  if (!isIsoDate(until)) return `until = ${until} is not a date of the form YYYY-MM-DD`;
  if (until <= asOf) return `until = ${until} has passed (as of ${asOf})`;
  if (Date.parse(until) - Date.parse(asOf) > MAX_DAYS * DAY_MS) return `until = ${until} is more than a year after ${asOf}`;
  return undefined;
}

/** True for a calendar date; `2026-02-30` is none. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
