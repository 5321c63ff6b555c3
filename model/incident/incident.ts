import type { Severity } from "../finding.js";

/** What an entry of the timeline says has happened. `note` is everything else. */
export const INCIDENT_STEPS = ["occurred", "detected", "aware", "contained", "reported", "resolved", "note"] as const;
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

export interface TimelineEntry {
  readonly seq: number;
  /** ISO 8601, UTC: when it happened. */
  readonly at: string;
  /** ISO 8601, UTC: when it was written down. Never before `at`. */
  readonly recordedAt: string;
  readonly step: IncidentStep;
  /** Who or what says so: a detector, the responder, a person's name. */
  readonly source: string;
  readonly text: string;
  /** True for a judgement, false for a fact: reports keep the two apart (NIS2 Art. 23(4), GDPR Art. 33(3)). */
  readonly judgement: boolean;
}

/** An incident as a record (OBL-INC-5): entries are only ever added. */
export interface Incident {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly alarms: readonly string[];
  readonly things: readonly string[];
  readonly sources: readonly string[];
  readonly timeline: readonly TimelineEntry[];
}
