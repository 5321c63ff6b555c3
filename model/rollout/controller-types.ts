import type { Millis } from "../detectors/types.js";
import type { ExecutionStatus } from "./plan.js";

export interface RolloutTarget {
  readonly thing: string;
  readonly canary: boolean;
}

export type RolloutState = "running" | "soaking" | "completed" | "aborted";

export interface RolloutTick {
  /** Things to offer the release to now; a retry is offered again. */
  readonly offer: readonly string[];
  /** Things whose queued offer is withdrawn. An install under way is left to finish, as AWS does without `force`. */
  readonly cancel: readonly string[];
  readonly timedOut: readonly string[];
}

export type ReportOutcome =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly problem: "unknown-thing" | "not-offered" | "terminal-state" | "invalid-transition";
      readonly from?: ExecutionStatus;
    };

export interface RolloutSnapshot {
  readonly state: RolloutState;
  /** Why it was aborted, one sentence; null otherwise. */
  readonly reason: string | null;
  readonly stage: "canary" | "fleet";
  readonly targets: number;
  readonly canaries: number;
  /** Things offered the release at least once. */
  readonly notified: number;
  readonly neverOffered: number;
  readonly counts: Readonly<Record<ExecutionStatus, number>>;
  /** Devices a minute at present. */
  readonly ratePerMinute: number;
  readonly reasonCodes: Readonly<Record<string, number>>;
}

export interface RolloutController {
  tick(now: Millis): RolloutTick;
  /** What a device says of its execution. A status that may not follow is refused and changes nothing. */
  report(thing: string, status: ExecutionStatus, now: Millis, reasonCode?: string): ReportOutcome;
  /**
   * The service takes a target out, because it left the target group or went into quarantine: REMOVED, counted neither as success nor as
   * failure, and no longer waited for. False when its execution had ended already.
   */
  remove(thing: string, now: Millis): boolean;
  /** Undefined when the thing is no target or was not offered the release. */
  statusOf(thing: string): ExecutionStatus | undefined;
  snapshot(): RolloutSnapshot;
}
