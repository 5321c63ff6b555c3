import type { AttestedClaim } from "../model/documents/kinds/attestation.js";
import { BulwarkError } from "../model/errors.js";
import type { ObjectiveState } from "../model/evidence.js";
import type { CheckReport } from "../model/finding.js";
import type { Obligation, Provision } from "../model/obligations/types.js";
import type {
  EvidenceItem,
  JoinedEvidence,
  NotProven,
  ObjectiveEvidence,
  ObligationEvidence,
  ProvisionRollup,
  RegimeRollup,
  StateTotals,
} from "../model/report.js";
import type { RunResult } from "../model/run.js";
import { attestationEvidence } from "./join-attestations.js";
import { ruleEvidence } from "./join-rules.js";
import { rehearsalEvidence } from "./join-run.js";

export interface JoinInput {
  readonly obligations: readonly Obligation[];
  /** With every verdict (`--all`): passes left out of the report cannot satisfy anything. Null when nothing was checked. */
  readonly check: CheckReport | null;
  readonly run: RunResult | null;
  readonly claims: readonly AttestedClaim[];
  /** Date (YYYY-MM-DD) on which attestations must be valid. */
  readonly on: string;
}

/**
 * Joins what was checked, rehearsed and attested, obligation by obligation. Pure.
 * @throws BulwarkError BW_INTERNAL when the check lists fewer passes than it counts: the join would say that nothing was judged.
 */
export function joinEvidence(input: JoinInput): JoinedEvidence {
  requirePasses(input.check);
  const direct = new Map(input.obligations.map((obligation) => [obligation.id as string, evidenceOf(obligation, input)]));
  const obligations = input.obligations.map((obligation) => resolveAlias(obligation, direct));
  return {
    obligations,
    regimes: regimesOf(obligations),
    totals: {
      conceptual: totalsOf(obligations.map((each) => each.conceptual.state)),
      functional: totalsOf(obligations.map((each) => each.functional.state)),
    },
    notProven: obligations.flatMap(notProvenOf),
  };
}

function requirePasses(check: CheckReport | null): void {
  if (check === null) return;
  const listed = check.results.filter(({ verdict }) => verdict === "pass").length;
  if (listed < check.summary.pass) {
    throw new BulwarkError("BW_INTERNAL", {
      cause: `the join of evidence needs every verdict, but ${check.summary.pass - listed} passes were left out (check with all: true)`,
    });
  }
}

function evidenceOf(obligation: Obligation, input: JoinInput): ObligationEvidence {
  const { id, title, section, provisions } = obligation;
  return {
    id,
    title,
    section,
    class: obligation.class,
    provisions,
    conceptual: conceptualOf(obligation, input),
    functional: functionalOf(obligation, input),
  };
}

/**
 * Conceptual: is the declared design right? Rules judge it; where the catalogue says that a person attests the substance, a valid attestation is
 * needed beside them, and an organisational duty is never satisfied by a rule. A failing rule counts against any obligation it cites.
 */
function conceptualOf(obligation: Obligation, { check, claims, on }: JoinInput): ObjectiveEvidence {
  const { by, attestation } = obligation.conceptual;
  const rules = ruleEvidence(obligation.id, check);
  if (by === "none" && rules.evidence.length === 0) return plain("not-applicable", "The catalogue names no conceptual objective.");
  const attested = attestation === undefined ? null : attestationEvidence(obligation.id, attestation, claims, on);
  if (by === "attestation" || obligation.class === "organisational") {
    if (rules.state === "not-satisfied") return combine(rules, attested ?? NO_ATTESTATION);
    return attested === null ? NO_ATTESTATION : withEvidence(attested, rules.evidence);
  }
  return attested === null ? rules : combine(rules, attested);
}

/** Functional: does it behave so? */
function functionalOf(obligation: Obligation, { run, claims, on }: JoinInput): ObjectiveEvidence {
  const { by, attestation } = obligation.functional;
  const rehearsed = rehearsalEvidence(obligation, run);
  const attested = attestation === undefined ? null : attestationEvidence(obligation.id, attestation, claims, on);
  // Counter-evidence counts whoever was meant to give the proof.
  if (rehearsed.state === "not-satisfied") return rehearsed;
  switch (by) {
    case "rehearsal":
      return attested === null ? rehearsed : combine(rehearsed, attested);
    case "real-device":
      return withEvidence(attested ?? onRealDevice(rehearsed), rehearsed.evidence);
    case "records":
      return withEvidence(
        plain("not-evaluated", "Only records of real operation can show this, and this report read none."),
        rehearsed.evidence,
      );
    case "attestation":
      return withEvidence(attested ?? NO_ATTESTATION, rehearsed.evidence);
    case "none":
      return withEvidence(plain("not-applicable", "The catalogue names no functional objective."), rehearsed.evidence);
  }
}

/** A simulated device never proves a property of the product itself. */
function onRealDevice(rehearsed: ObjectiveEvidence): ObjectiveEvidence {
  if (rehearsed.state === "satisfied" && rehearsed.evidence.some(({ kind }) => kind === "proof")) {
    return plain("not-evaluated", "Needs a test of a real device; the rehearsal shows the backend's side only.");
  }
  return plain("not-evaluated", "Needs a test of a real device; none is recorded.");
}

const NO_ATTESTATION = plain("not-evaluated", "Only an attestation can speak to this, and the catalogue names no kind for it.");

const WORST: readonly ObjectiveState[] = ["not-satisfied", "not-evaluated", "waived", "satisfied", "not-applicable"];

/** The state that may be claimed for several together: the worst of them; not-applicable only when all are. */
export function worstOf(states: readonly ObjectiveState[]): ObjectiveState {
  return WORST.find((state) => states.includes(state)) ?? "not-evaluated";
}

function combine(...parts: readonly ObjectiveEvidence[]): ObjectiveEvidence {
  const state = worstOf(parts.map((part) => part.state));
  const deciding = parts.filter((part) => part.state === state);
  return { state, reasons: deciding.flatMap(({ reasons }) => reasons), evidence: parts.flatMap(({ evidence }) => evidence) };
}

const withEvidence = (objective: ObjectiveEvidence, further: readonly EvidenceItem[]): ObjectiveEvidence => ({
  ...objective,
  evidence: [...objective.evidence, ...further],
});

function plain(state: ObjectiveState, reason: string): ObjectiveEvidence {
  return { state, reasons: [reason], evidence: [] };
}

/** An alias restates others and has no evidence of its own: it is as good as the worst of them. */
function resolveAlias(obligation: Obligation, direct: ReadonlyMap<string, ObligationEvidence>): ObligationEvidence {
  const own = direct.get(obligation.id) as ObligationEvidence;
  const { aliasOf } = obligation;
  if (obligation.class !== "alias" || aliasOf === undefined) return own;
  const targets = aliasOf.flatMap((id) => direct.get(id) ?? []);
  const objective = (of: "conceptual" | "functional"): ObjectiveEvidence => {
    const state = worstOf(targets.map((target) => target[of].state));
    const evidence = targets.map(
      (target): EvidenceItem => ({ kind: "obligation", ref: target.id, state: target[of].state, text: target.title }),
    );
    return { state, reasons: [`Restates ${aliasOf.join(", ")}; the worst of them counts.`], evidence };
  };
  return { ...own, conceptual: objective("conceptual"), functional: objective("functional") };
}

function notProvenOf({ id, title, conceptual, functional }: ObligationEvidence): NotProven[] {
  return (["conceptual", "functional"] as const).flatMap((objective) => {
    const { state, reasons } = objective === "conceptual" ? conceptual : functional;
    if (state === "satisfied" || state === "not-applicable") return [];
    return [{ obligation: id, title, objective, state, reason: reasons.join(" ") }];
  });
}

function regimesOf(obligations: readonly ObligationEvidence[]): RegimeRollup[] {
  const byRegime = new Map<string, Map<string, ObligationEvidence[]>>();
  for (const obligation of obligations) {
    for (const { regime, ref } of obligation.provisions) {
      const provisions = byRegime.get(regime) ?? new Map<string, ObligationEvidence[]>();
      byRegime.set(regime, provisions);
      provisions.set(ref, [...(provisions.get(ref) ?? []), obligation]);
    }
  }
  return [...byRegime].map(([regime, provisions]) => {
    const rows = [...provisions].map(([ref, group]) => rollup(ref, group)).sort((a, b) => compareRefs(a.ref, b.ref));
    return {
      regime,
      provisions: rows,
      conceptual: totalsOf(rows.map((row) => row.conceptual)),
      functional: totalsOf(rows.map((row) => row.functional)),
    };
  });
}

function rollup(ref: Provision["ref"], group: readonly ObligationEvidence[]): ProvisionRollup {
  return {
    ref,
    obligations: group.map(({ id }) => id),
    conceptual: worstOf(group.map((each) => each.conceptual.state)),
    functional: worstOf(group.map((each) => each.functional.state)),
  };
}

/** Natural order: `5.3-9` before `5.3-10`. */
const compareRefs = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

function totalsOf(states: readonly ObjectiveState[]): StateTotals {
  const totals: Record<ObjectiveState, number> = { satisfied: 0, "not-satisfied": 0, "not-evaluated": 0, "not-applicable": 0, waived: 0 };
  for (const state of states) totals[state] += 1;
  return totals;
}
