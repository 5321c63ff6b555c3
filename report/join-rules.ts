import type { ObjectiveState } from "../model/evidence.js";
import type { CheckReport, CheckResult, Verdict } from "../model/finding.js";
import { groupBy } from "../model/group.js";
import type { EvidenceItem, ObjectiveEvidence } from "../model/report.js";
import { listed, plural } from "./text.js";

/**
 * What the rules that cite an obligation say of it. Any fail: not satisfied. Any unknown and no fail: not evaluated. A waiver among the rest:
 * waived, since a deviation somebody accepted is not a pass. Only passes: satisfied. Nothing judged: not evaluated.
 */
export function ruleEvidence(obligation: string, check: CheckReport | null): ObjectiveEvidence {
  if (check === null) return { state: "not-evaluated", reasons: ["No stack or document was checked."], evidence: [] };
  const citing = check.results.filter(({ obligations }) => obligations.includes(obligation));
  const evidence = itemsOf(citing);
  const state = stateOf(citing.map(({ verdict }) => verdict));
  return { state, reasons: [reasonFor(state, citing, evidence)], evidence };
}

function itemsOf(citing: readonly CheckResult[]): EvidenceItem[] {
  return [...groupBy(citing, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, results]) => itemOf(rule, results));
}

function itemOf(rule: string, results: readonly CheckResult[]): EvidenceItem {
  const of = (verdict: Verdict) => results.filter((result) => result.verdict === verdict);
  const places = (verdict: Verdict) => listed([...new Set(of(verdict).map(({ address }) => address))], 3);
  const parts = [
    of("fail").length > 0 && `${plural(of("fail").length, "failure")} (${places("fail")})`,
    of("unknown").length > 0 && `${of("unknown").length} unknown (${places("unknown")})`,
    of("waived").length > 0 && `${of("waived").length} waived (${places("waived")})`,
    of("pass").length > 0 && `${of("pass").length} passed`,
    of("not-applicable").length > 0 && `${of("not-applicable").length} not applicable`,
  ].filter((part) => part !== false);
  const title = results[0]?.title ?? rule;
  return { kind: "rule", ref: rule, state: stateOf(results.map(({ verdict }) => verdict)), text: `${title}: ${parts.join(", ")}.` };
}

function stateOf(verdicts: readonly Verdict[]): ObjectiveState {
  if (verdicts.includes("fail")) return "not-satisfied";
  if (verdicts.includes("unknown")) return "not-evaluated";
  if (verdicts.includes("waived")) return "waived";
  return verdicts.includes("pass") ? "satisfied" : "not-evaluated";
}

function reasonFor(state: ObjectiveState, citing: readonly CheckResult[], evidence: readonly EvidenceItem[]): string {
  const rules = (of: ObjectiveState) => listed(evidence.filter((item) => item.state === of).map(({ ref }) => ref));
  switch (state) {
    case "not-satisfied":
      return `${plural(citing.filter(({ verdict }) => verdict === "fail").length, "resource fails", "resources fail")} ${rules("not-satisfied")}.`;
    case "waived":
      return `No rule fails, but a deviation is waived under ${rules("waived")}.`;
    case "satisfied":
      return `${plural(citing.filter(({ verdict }) => verdict === "pass").length, "resource passes", "resources pass")} ${plural(evidence.filter((item) => item.state === "satisfied").length, "rule")}.`;
    default:
      if (citing.length === 0) return "No rule that cites this obligation judged anything in the input.";
      if (!citing.some(({ verdict }) => verdict === "unknown")) return "The rules that cite this obligation found nothing they apply to.";
      return `What ${rules("not-evaluated")} must see is not known before apply.`;
  }
}
