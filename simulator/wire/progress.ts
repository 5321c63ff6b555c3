export type Phase = "prepare" | "identities" | "ramp" | "steady" | "settle" | "finish";

/** What a person waiting wants to know; sent about twice a second. */
export interface RehearsalProgress {
  readonly phase: Phase;
  /** Seconds into the phase, and how long it is meant to take; null where nobody can say. */
  readonly elapsedS: number;
  readonly plannedS: number | null;
  readonly devices: number;
  /** Certificates issued. */
  readonly identities: number;
  readonly connected: number;
  readonly published: number;
  readonly delivered: number;
  readonly alarms: number;
  readonly quarantined: number;
  /** What is happening now, one short sentence: an attack or a roll-out began or ended. */
  readonly event?: string;
}
