import { createHash } from "node:crypto";
import type { Waiver } from "../../model/documents/kinds/waivers.js";
import type { CheckResult, RuleMeta } from "../../model/finding.js";
import type { Deviation, Json, ResourceLocation } from "../../model/resource.js";
import { fingerprintOf } from "./results.js";

/** A waiver with the place it was written at. */
export interface PlacedWaiver extends Waiver {
  readonly location: ResourceLocation;
}

/** A result with the value that was seen, which a waiver may be bound to by hash. */
export interface Judged {
  readonly result: CheckResult;
  readonly seen?: Json;
}

const NO_EQUIVALENTS = { checkov: [], trivy: [], kics: [], cdkNag: [], securityHub: [] } as const;

/** Rules about waivers themselves: no Rego, since they judge the check and not a resource. */
export const WAIVER_RULES: readonly RuleMeta[] = [
  {
    id: "waiver-expired",
    title: "A waiver or accepted deviation has not run out",
    description:
      "A waiver past its date no longer waives: the finding counts again, and the waiver itself is a finding until somebody renews or removes it.",
    severity: "medium",
    domain: "process",
    resourceTypes: ["Document/Waivers"],
    obligations: [],
    equivalents: NO_EQUIVALENTS,
    expected: "Every waiver ends on or after the day of the check.",
    fix: { terraform: "Mend the finding and delete the waiver, or decide again and set a new date with a reason." },
    sources: [],
    since: "0.1.0",
  },
  {
    id: "waiver-unused",
    title: "Every waiver waives something",
    description: "A waiver that matches no finding hides the next one that it happens to match.",
    severity: "low",
    domain: "process",
    resourceTypes: ["Document/Waivers"],
    obligations: [],
    equivalents: NO_EQUIVALENTS,
    expected: "Every waiver matches at least one finding of this check.",
    fix: { terraform: "Delete the waiver, or correct its rule and address." },
    sources: [],
    since: "0.1.0",
  },
  {
    id: "waiver-value-changed",
    title: "A waiver covers the value it was given for",
    description: "A waiver bound to a value by hash ends when the value changes, since somebody decided about the old value only.",
    severity: "medium",
    domain: "process",
    resourceTypes: ["Document/Waivers"],
    obligations: [],
    equivalents: NO_EQUIVALENTS,
    expected: "The value waived is the value that was seen when the waiver was written.",
    fix: { terraform: "Look at the new value, decide again, and write its hash into the waiver." },
    sources: [],
    since: "0.1.0",
  },
];

/**
 * Applies waivers and accepted deviations to failing and unknown results.
 * @param asOf ISO date of the check; a waiver holds through its last day
 * @returns the results, and a failing result for each waiver that has run out, matches nothing or was given for another value
 */
export function applyWaivers(
  judged: readonly Judged[],
  waivers: readonly PlacedWaiver[],
  deviations: readonly Deviation[],
  asOf: string,
): readonly CheckResult[] {
  const used = new Set<PlacedWaiver>();
  const expired = new Map<string, CheckResult>();
  const changed = new Map<PlacedWaiver, CheckResult>();
  const byRule = groupBy(waivers, (waiver) => waiver.rule);
  const deviationsByControl = groupBy(deviations, (deviation) => deviation.control);
  const results = judged.map(({ result, seen }) => {
    if (result.verdict !== "fail" && result.verdict !== "unknown") return result;
    for (const waiver of byRule.get(result.rule) ?? []) {
      if (!matches(waiver.address, result.address) || (waiver.detail !== undefined && waiver.detail !== result.detail)) continue;
      used.add(waiver);
      if (waiver.expires < asOf) continue;
      if (waiver.valueHash !== undefined && waiver.valueHash !== hashOfValue(seen)) {
        changed.set(waiver, aboutWaiver("waiver-value-changed", waiver, `${result.address} no longer has the value that was waived`));
        continue;
      }
      return waived(result, `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`);
    }
    for (const deviation of deviationsByControl.get(result.rule) ?? []) {
      if (deviation.address !== result.address && (deviation.constructPath === "" || deviation.constructPath !== result.constructPath))
        continue;
      if (deviation.until >= asOf) return waived(result, `accepted in the stack until ${deviation.until}: ${deviation.reason}`);
      const finding = aboutDeviation(deviation, result);
      expired.set(finding.fingerprint, finding);
    }
    return result;
  });
  const late = waivers
    .filter((waiver) => waiver.expires < asOf)
    .map((waiver) => aboutWaiver("waiver-expired", waiver, `the waiver of ${waiver.rule} on ${waiver.address} ended on ${waiver.expires}`));
  const idle = waivers
    .filter((waiver) => !used.has(waiver) && waiver.expires >= asOf)
    .map((waiver) => aboutWaiver("waiver-unused", waiver, `no finding of ${waiver.rule} on ${waiver.address}`));
  return [...results, ...late, ...idle, ...changed.values(), ...expired.values()];
}

const waived = (result: CheckResult, reason: string): CheckResult => ({ ...result, verdict: "waived", reason });

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

function aboutWaiver(id: string, waiver: PlacedWaiver, actual: string): CheckResult {
  return finding(id, `${waiver.rule} @ ${waiver.address}`, actual, waiver.location, waiver.detail);
}

function aboutDeviation(deviation: Deviation, result: CheckResult): CheckResult {
  const about = finding(
    "waiver-expired",
    deviation.address,
    `the deviation from ${deviation.control} accepted in the stack ended on ${deviation.until}`,
    result.location,
    deviation.control,
  );
  return result.constructPath === undefined ? about : { ...about, constructPath: result.constructPath };
}

function finding(id: string, address: string, actual: string, location: ResourceLocation, detail: string | undefined): CheckResult {
  const rule = WAIVER_RULES.find((candidate) => candidate.id === id) as RuleMeta;
  return {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    verdict: "fail",
    address,
    ...(detail === undefined ? {} : { detail }),
    expected: rule.expected,
    actual,
    obligations: rule.obligations,
    fix: rule.fix,
    location,
    fingerprint: fingerprintOf(rule.id, address, detail),
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(keyOf(item));
    if (list === undefined) groups.set(keyOf(item), [item]);
    else list.push(item);
  }
  return groups;
}
