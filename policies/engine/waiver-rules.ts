import { BASELINE } from "../../model/baseline.js";
import type { Waiver } from "../../model/documents/kinds/waivers.js";
import { type CheckResult, type RuleMeta, SEVERITIES } from "../../model/finding.js";
import type { Deviation, ResourceLocation } from "../../model/resource.js";
import { fingerprintOf } from "./results.js";

/** A waiver with the place it was written at. */
export interface PlacedWaiver extends Waiver {
  readonly location: ResourceLocation;
}

export const MAXIMUM_DAYS = BASELINE.waivers.maximumDays;

const NO_EQUIVALENTS = { checkov: [], trivy: [], kics: [], cdkNag: [], securityHub: [], regula: [] } as const;

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
    fix: { document: "Mend the finding and delete the waiver, or decide again and set a new date with a reason." },
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
    fix: { document: "Delete the waiver, or correct its rule and address." },
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
    fix: { document: "Look at the new value, decide again, and write its hash into the waiver." },
    sources: [],
    since: "0.1.0",
  },
  {
    id: "waiver-too-long",
    title: "A waiver ends soon enough for what it waives",
    description:
      "The worse a finding, the sooner somebody has to look again. A waiver given for longer than its finding's severity allows still waives, but only until the longest day allowed, and is a finding itself from the start. A deviation accepted in the stack has no first day, so its last one is held against the day of the check.",
    severity: "medium",
    domain: "process",
    resourceTypes: ["Document/Waivers"],
    obligations: [],
    equivalents: NO_EQUIVALENTS,
    expected: `At most ${SEVERITIES.map((severity) => `${MAXIMUM_DAYS[severity]} days for ${severity}`).join(", ")}, counted from created.`,
    fix: { document: "Shorten the waiver; when it ends, look again and write a new one with a new reason." },
    sources: [],
    since: "0.1.0",
  },
];

export function aboutWaiver(id: string, waiver: PlacedWaiver, actual: string): CheckResult {
  return finding(id, `${waiver.rule} @ ${waiver.address}`, actual, waiver.location, waiver.detail);
}

/** @param what the rest of a sentence whose subject is the accepted deviation */
export function aboutDeviation(
  id: "waiver-expired" | "waiver-too-long",
  deviation: Deviation,
  result: CheckResult,
  what: string,
): CheckResult {
  const about = finding(
    id,
    deviation.address,
    `the deviation from ${deviation.control} accepted in the stack ${what}`,
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
