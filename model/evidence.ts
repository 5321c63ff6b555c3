import type { Json } from "./resource.js";

/** What kind of thing a record speaks about. A simulated device never proves a real-device objective. */
export const SUBJECT_KINDS = ["simulated-device", "backend", "process", "real-device", "design"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** State of one objective of an obligation. There is no "compliant". */
export const OBJECTIVE_STATES = ["satisfied", "not-satisfied", "not-evaluated", "not-applicable", "waived"] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];

/** One line of the evidence log: append-only, each carries the SHA-256 of the one before (hex), so an edit breaks the chain. */
export interface EvidenceRecord {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly subjectKind: SubjectKind;
  readonly data: Json;
  readonly previous: string;
  readonly hash: string;
}

/** A functional result of a rehearsal: what was tried, what came of it, which obligations it speaks to. */
export interface Proof {
  readonly id: string;
  /** Scenario number of the catalogue (`SIM-02`). */
  readonly sim: string;
  readonly title: string;
  readonly obligations: readonly string[];
  readonly subjectKind: SubjectKind;
  readonly state: "satisfied" | "not-satisfied" | "not-evaluated";
  /** One sentence with the measured figures. */
  readonly measured: string;
  /** Where the detail lies in the run result. */
  readonly evidence: string;
}
