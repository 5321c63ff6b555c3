import { createHash } from "node:crypto";
import type { CheckResult, Severity } from "../../model/finding.js";
import { groupBy } from "../../model/group.js";
import type { Deviation, Json } from "../../model/resource.js";
import { aboutDeviation, aboutWaiver, MAXIMUM_DAYS, type PlacedWaiver } from "./waiver-rules.js";

/** A result with the value that was seen, which a waiver may be bound to by hash. */
export interface Judged {
  readonly result: CheckResult;
  readonly seen?: Json;
  /** The address of the resource before this plan moves it: what was decided about it there still holds. */
  readonly movedFrom?: string;
}

export interface WaiverScope {
  /** ISO date of the check; a waiver holds through its last day. */
  readonly asOf: string;
  /** False for a waiver of what this check does not look at, or only in part: it matches nothing here and may match elsewhere. Default true. */
  readonly answers?: (waiver: PlacedWaiver) => boolean;
  /** Says why a rule that a waiver names does not exist; undefined when it does. */
  readonly noRule?: (rule: string) => string | undefined;
}

/**
 * Applies waivers and accepted deviations to failing and unknown results.
 * @returns the results in their order, then a failing result for each waiver that has run out, matches nothing, was given for another value or
 *   for longer than its finding's severity allows
 */
export function applyWaivers(
  judged: readonly Judged[],
  waivers: readonly PlacedWaiver[],
  deviations: readonly Deviation[],
  { asOf, answers = () => true, noRule = () => undefined }: WaiverScope,
): readonly Judged[] {
  const used = new Set<PlacedWaiver>();
  // By waiver or deviation, so that one that covers fifty findings is told of once.
  const about = new Map<PlacedWaiver | string, CheckResult>();
  const byRule = groupBy(waivers, (waiver) => waiver.rule);
  const deviationsByControl = groupBy(deviations, (deviation) => deviation.control);
  const settled = judged.map((each): Judged => {
    const { result, seen, movedFrom } = each;
    if (result.verdict !== "fail" && result.verdict !== "unknown") return each;
    for (const waiver of byRule.get(result.rule) ?? []) {
      const here = matches(waiver.address, result.address) || (movedFrom !== undefined && matches(waiver.address, movedFrom));
      if (!here || (waiver.detail !== undefined && waiver.detail !== result.detail)) continue;
      used.add(waiver);
      if (waiver.expires < asOf) continue;
      const limit = limitOf(waiver, result.severity, asOf);
      const capped = waiver.expires > limit;
      if (capped) about.set(waiver, aboutWaiver("waiver-too-long", waiver, tooLong(waiver, result.severity, limit, asOf)));
      if (limit < asOf) continue;
      if (waiver.valueHash !== undefined && waiver.valueHash !== hashOfValue(seen)) {
        about.set(waiver, aboutWaiver("waiver-value-changed", waiver, `${result.address} no longer has the value that was waived`));
        continue;
      }
      return waived(each, "waiver", `waived until ${capped ? limit : waiver.expires} by ${waiver.owner}: ${waiver.reason}`);
    }
    for (const deviation of deviationsByControl.get(result.rule) ?? []) {
      if (deviation.address !== result.address && (deviation.constructPath === "" || deviation.constructPath !== result.constructPath))
        continue;
      if (deviation.until < asOf) {
        const finding = aboutDeviation("waiver-expired", deviation, result, `ended on ${deviation.until}`);
        about.set(finding.fingerprint, finding);
        continue;
      }
      // The stack does not say since when: nobody may look away for longer than this from today.
      const limit = dayAfter(asOf, MAXIMUM_DAYS[result.severity]);
      if (deviation.until > limit) {
        const finding = aboutDeviation(
          "waiver-too-long",
          deviation,
          result,
          `ends on ${deviation.until}; ${result.rule} is ${result.severity} and may be accepted until ${limit} at most`,
        );
        about.set(finding.fingerprint, finding);
      }
      return waived(each, "stack", `accepted in the stack until ${deviation.until}: ${deviation.reason}`);
    }
    return each;
  });
  const late = waivers
    .filter((waiver) => waiver.expires < asOf)
    .map((waiver) => aboutWaiver("waiver-expired", waiver, `the waiver of ${waiver.rule} on ${waiver.address} ended on ${waiver.expires}`));
  const idle = waivers
    .filter((waiver) => !used.has(waiver) && waiver.expires >= asOf)
    .flatMap((waiver) => {
      const actual = noRule(waiver.rule) ?? (answers(waiver) ? `no finding of ${waiver.rule} on ${waiver.address}` : undefined);
      return actual === undefined ? [] : [aboutWaiver("waiver-unused", waiver, actual)];
    });
  return [...settled, ...[...late, ...idle, ...about.values()].map((result) => ({ result }))];
}

const waived = ({ result, ...rest }: Judged, waivedIn: "waiver" | "stack", reason: string): Judged => ({
  ...rest,
  result: { ...result, verdict: "waived", reason, waivedIn },
});

const DAY_MS = 86_400_000;

/** The last day a waiver of a finding of this severity may hold. A `created` that is still to come buys no time. */
function limitOf(waiver: PlacedWaiver, severity: Severity, asOf: string): string {
  const start = waiver.created < asOf ? waiver.created : asOf;
  return dayAfter(start, MAXIMUM_DAYS[severity]);
}

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

function tooLong(waiver: PlacedWaiver, severity: Severity, limit: string, asOf: string): string {
  const start =
    waiver.created > asOf ? `created on ${waiver.created}, which lies in the future, and counted from ${asOf},` : `of ${waiver.created}`;
  return `${waiver.rule} is ${severity}: a waiver ${start} may hold until ${limit}, this one says ${waiver.expires}`;
}

/** SHA-256 (hex) of the canonical JSON of a value: keys sorted, no spaces; of `null` when the attribute was absent. */
export const hashOfValue = (value: Json | undefined): string =>
  createHash("sha256")
    .update(canonical(value ?? null))
    .digest("hex");

function canonical(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(",")}]`;
  const object = value as { readonly [key: string]: Json };
  return `{${Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key] as Json)}`)
    .join(",")}}`;
}

/** Exact, or with `*` for any run of characters; linear in the address, whatever the pattern. */
export function matches(pattern: string, address: string): boolean {
  const parts = pattern.split("*");
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return pattern === address;
  if (!address.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() as string;
  for (const part of rest) {
    const found = address.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return address.length - last.length >= at && address.endsWith(last);
}
