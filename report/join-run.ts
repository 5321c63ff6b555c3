import type { ObjectiveState, Proof } from "../model/evidence.js";
import type { Obligation } from "../model/obligations/types.js";
import type { EvidenceItem, ObjectiveEvidence } from "../model/report.js";
import type { RunResult, ThresholdResult } from "../model/run.js";
import { listed } from "./text.js";

/**
 * What a rehearsal says of an obligation's behaviour. Satisfied only when every rehearsal the catalogue asks for was run and shows it; a failed
 * proof or a missed threshold that names the obligation counts against it. A run that cannot be trusted shows nothing, for or against: its
 * misses may be the generator's own. An interrupted run can still show a failure, never a success.
 */
export function rehearsalEvidence(obligation: Obligation, run: RunResult | null): ObjectiveEvidence {
  const { scenarios } = obligation.functional;
  if (run === null)
    return {
      state: "not-evaluated",
      reasons: [scenarios.length > 0 ? "No rehearsal was run." : "No rehearsal speaks to this."],
      evidence: [],
    };
  const proofs = run.proofs.filter(({ obligations }) => obligations.includes(obligation.id));
  const thresholds = run.thresholds.filter(({ obligations }) => obligations.includes(obligation.id));
  const evidence = [...proofs.map(proofItem), ...thresholds.map(thresholdItem)];
  const { state, reason } = judge(scenarios, proofs, thresholds, run);
  return { state, reasons: [reason], evidence };
}

interface Judgement {
  readonly state: ObjectiveState;
  readonly reason: string;
}

function judge(scenarios: readonly string[], proofs: readonly Proof[], thresholds: readonly ThresholdResult[], run: RunResult): Judgement {
  const failed = proofs.filter(({ state }) => state === "not-satisfied");
  const missed = thresholds.filter(({ ok }) => !ok);
  if (proofs.length + thresholds.length > 0 && !run.trust.ok) {
    return { state: "not-evaluated", reason: `The run cannot be trusted: ${run.trust.reasons.join(" ")}` };
  }
  if (failed.length > 0) return { state: "not-satisfied", reason: failed.map(({ sim, measured }) => `${sim}: ${measured}`).join(" ") };
  if (missed.length > 0)
    return {
      state: "not-satisfied",
      reason: `Threshold missed: ${listed(missed.map(({ metric, expression }) => `${metric} ${expression}`))}.`,
    };
  const shown = new Set(proofs.filter(({ state }) => state === "satisfied").map(({ sim }) => sim));
  const missing = scenarios.filter((sim) => !shown.has(sim));
  if (shown.size === 0)
    return {
      state: "not-evaluated",
      reason: scenarios.length === 0 ? "No rehearsal speaks to this." : `Not rehearsed: ${listed(missing)}.`,
    };
  if (run.state === "interrupted")
    return { state: "not-evaluated", reason: "The run was interrupted; what it measured until then is no proof." };
  if (missing.length > 0)
    return { state: "not-evaluated", reason: `Shown in part (${listed([...shown])}); still to be rehearsed: ${listed(missing)}.` };
  return { state: "satisfied", reason: `Rehearsed and held: ${listed([...shown])}.` };
}

const proofItem = ({ id, sim, subjectKind, state, measured }: Proof): EvidenceItem => ({
  kind: "proof",
  ref: id,
  state,
  text: `${sim} on ${SUBJECT_WORDS[subjectKind]}: ${measured}`,
});

const SUBJECT_WORDS = {
  "simulated-device": "simulated devices",
  backend: "the backend",
  process: "the process",
  "real-device": "a real device",
  design: "the design",
} as const satisfies Record<Proof["subjectKind"], string>;

const thresholdItem = ({ metric, expression, ok, observed }: ThresholdResult): EvidenceItem => ({
  kind: "threshold",
  ref: `${metric} ${expression}`,
  state: ok ? "satisfied" : "not-satisfied",
  text: `Threshold ${metric} ${expression}: ${observed === null ? "never measured" : `observed ${Number(observed.toPrecision(4))}`}.`,
});
