import type { AttackKind } from "../scenarios/schema.js";

/** One attacked device (or attacking source) of one attack, as planned before the run. Times are epoch milliseconds. */
export interface AttackOrder {
  readonly attack: string;
  readonly kind: AttackKind;
  readonly instance: number;
  readonly thing: string;
  readonly startAt: number;
  readonly durationMs: number;
  /** Attempts or messages a second. */
  readonly rate: number;
  /** Payload of one message, bytes. */
  readonly bytes: number;
  /** Other devices it reaches for, drawn from the seed. */
  readonly targets: readonly { readonly thing: string; readonly topic: string }[];
}

/** One cell of the matrix of attempts. */
export interface AttemptCount {
  /** `subscribe`, `publish` or `connect`. */
  readonly action: string;
  readonly resource: string;
  attempts: number;
  refused: number;
}

/** What was really done: the ground truth a detection is measured against. */
export interface AttackReport {
  readonly attack: string;
  readonly instance: number;
  readonly thing: string;
  readonly source: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly matrix: readonly AttemptCount[];
  /** Tries that could not even be made, since the device had no connection any more. */
  readonly shutOut: number;
  /** Messages of other devices that reached the attacker. */
  readonly foreignMessages: number;
}
