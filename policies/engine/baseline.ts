import type { CheckReport, CheckResult, FixedFinding } from "../../model/finding.js";
import type { KnownFinding } from "../../model/known-findings.js";
import { fingerprintOf } from "./results.js";
import { hashOfValue, type Judged } from "./waivers.js";

/** Findings somebody has decided to live with for now, read from a baseline file. */
export interface Baseline {
  /** As given; shown in the report. */
  readonly path: string;
  readonly findings: readonly KnownFinding[];
}

export interface Compared {
  readonly results: readonly CheckResult[];
  readonly summary: NonNullable<CheckReport["baseline"]>;
}

/** Findings about waivers are never taken into a baseline: a waiver that has run out must not be waived by another file. */
const isAboutWaivers = (rule: string): boolean => rule.startsWith("waiver-");
const isFinding = ({ verdict }: CheckResult): boolean => verdict === "fail" || verdict === "unknown";

/** What a baseline file of these results holds, in a stable order. */
export function knownFindings(judged: readonly Judged[]): readonly KnownFinding[] {
  return judged
    .filter(({ result }) => isFinding(result) && !isAboutWaivers(result.rule))
    .map(({ result, seen }) => ({
      rule: result.rule,
      address: result.address,
      ...(result.detail === undefined ? {} : { detail: result.detail }),
      severity: result.severity,
      verdict: result.verdict === "fail" ? ("fail" as const) : ("unknown" as const),
      fingerprint: result.fingerprint,
      valueHash: hashOfValue(seen),
    }))
    .sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/**
 * Marks every finding as known or new, and lists what is gone. A known failure covers the value it was recorded for; an unknown that turned into
 * a failure is new. A resource that the plan moves keeps what was known of it at its former address. Each entry covers one finding, so a second stack with the same addresses is not covered by the first.
 * @param considered whether this run looked at the place of an entry: what was not judged is not "fixed"
 */
export function compareWithBaseline(
  judged: readonly Judged[],
  baseline: Baseline,
  considered: (finding: KnownFinding) => boolean,
): Compared {
  const open = new Map<string, KnownFinding[]>();
  for (const finding of baseline.findings) {
    const list = open.get(finding.fingerprint);
    if (list === undefined) open.set(finding.fingerprint, [finding]);
    else list.push(finding);
  }
  let known = 0;
  let fresh = 0;
  const entriesOf = ({ result, movedFrom }: Judged): KnownFinding[] => {
    const entries = open.get(result.fingerprint) ?? [];
    if (entries.length > 0 || movedFrom === undefined) return entries;
    return open.get(fingerprintOf(result.rule, movedFrom, result.detail)) ?? [];
  };
  const results = judged.map((each): CheckResult => {
    const { result, seen } = each;
    if (!isFinding(result) && result.verdict !== "waived") return result;
    const entries = entriesOf(each);
    const covering = entries.findIndex((entry) => result.verdict !== "fail" || covers(entry, seen));
    // A finding that changed its value uses its entry up: it is new, and the old one is not "fixed".
    const [entry] = entries.splice(Math.max(0, covering), 1);
    if (result.verdict === "waived") return result;
    if (entry !== undefined && covering >= 0 && !isAboutWaivers(result.rule)) {
      known += 1;
      return { ...result, baseline: "known" };
    }
    fresh += 1;
    return { ...result, baseline: "new" };
  });
  const fixed = [...open.values()].flat().filter(considered).map(fixedOf);
  return { results, summary: { path: baseline.path, known, new: fresh, fixed } };
}

const covers = (entry: KnownFinding, seen: Judged["seen"]): boolean => entry.verdict === "fail" && entry.valueHash === hashOfValue(seen);

const fixedOf = ({ rule, address, detail, fingerprint }: KnownFinding): FixedFinding => ({
  rule,
  address,
  ...(detail === undefined ? {} : { detail }),
  fingerprint,
});

const keyOf = ({ rule, address, detail = "", valueHash }: KnownFinding): string => [rule, address, detail, valueHash].join("\n");
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
