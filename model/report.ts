import type { ObjectiveState } from "./evidence.js";
import type { CheckReport } from "./finding.js";
import type { ObligationClass, Provision, SectionId } from "./obligations/types.js";
import type { InputKind } from "./resource.js";
import type { RunResult } from "./run.js";

/** One thing that speaks to an objective, for or against. */
export interface EvidenceItem {
  readonly kind: "rule" | "proof" | "threshold" | "attestation" | "obligation";
  /** Rule id, proof id, threshold, attestation id or obligation id. */
  readonly ref: string;
  readonly state: ObjectiveState;
  /** One sentence with the figures. */
  readonly text: string;
}

export interface ObjectiveEvidence {
  readonly state: ObjectiveState;
  /** Why the state is what it is, as sentences. */
  readonly reasons: readonly string[];
  readonly evidence: readonly EvidenceItem[];
}

/** Evidence of one obligation, split as ETSI TS 103 701 splits a test: is the design right (conceptual), does it behave so (functional). */
export interface ObligationEvidence {
  readonly id: string;
  readonly title: string;
  readonly section: SectionId;
  readonly class: ObligationClass;
  readonly provisions: readonly Provision[];
  readonly conceptual: ObjectiveEvidence;
  readonly functional: ObjectiveEvidence;
}

export type StateTotals = Readonly<Record<ObjectiveState, number>>;

export interface ProvisionRollup {
  readonly ref: string;
  readonly obligations: readonly string[];
  readonly conceptual: ObjectiveState;
  readonly functional: ObjectiveState;
}

export interface RegimeRollup {
  readonly regime: string;
  readonly provisions: readonly ProvisionRollup[];
  readonly conceptual: StateTotals;
  readonly functional: StateTotals;
}

export interface NotProven {
  readonly obligation: string;
  readonly title: string;
  readonly objective: "conceptual" | "functional";
  readonly state: "not-satisfied" | "not-evaluated" | "waived";
  readonly reason: string;
}

export interface JoinedEvidence {
  readonly obligations: readonly ObligationEvidence[];
  readonly regimes: readonly RegimeRollup[];
  readonly totals: { readonly conceptual: StateTotals; readonly functional: StateTotals };
  readonly notProven: readonly NotProven[];
}

export interface ReportInput {
  readonly path: string;
  readonly kind: InputKind | "scenario" | "rules";
  /** Hex, of the bytes as read. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Everything one loop showed, in one document. */
export interface Report extends JoinedEvidence {
  readonly schema: "bulwark.report/1";
  /** What the report is about: the product or project. */
  readonly subject: string;
  /** RFC 3339, UTC. */
  readonly generatedAt: string;
  readonly bulwark: { readonly version: string; readonly node: string };
  readonly inputs: readonly ReportInput[];
  readonly check: CheckReport | null;
  readonly run: RunResult | null;
  /** What no reader may conclude from this report, as sentences. */
  readonly limits: readonly string[];
}
