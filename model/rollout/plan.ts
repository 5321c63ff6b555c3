import type { Millis } from "../detectors/types.js";

/**
 * One rollout plan: the model's form of an AWS IoT job's rollout, abort, timeout and retry configuration plus the canary gate AWS lacks.
 * constructs/ turns it into a JobTemplate, simulator/ runs it, policies/ judge the Rollout document that holds it.
 * Ranges are AWS IoT's (https://docs.aws.amazon.com/iot/latest/developerguide/jobs-configurations-details.html).
 */
export interface RolloutPlan {
  readonly id: string;
  /** Share of the fleet (0-1) in the canary group, served first. */
  readonly canaryShare: number;
  /** Share of canaries that must have succeeded (0-1) before anyone else is offered the release. */
  readonly canarySuccess: number;
  /** Time the canaries must run the release before the fleet follows. */
  readonly soakMs: Millis;
  readonly rate:
    | { readonly kind: "constant"; readonly perMinute: number }
    | {
        readonly kind: "exponential";
        readonly basePerMinute: number;
        /** 1.1-5 */
        readonly incrementFactor: number;
        readonly maximumPerMinute: number;
        readonly increaseAfter: { readonly succeeded: number } | { readonly notified: number };
      };
  readonly abort: readonly {
    readonly failureType: "FAILED" | "REJECTED" | "TIMED_OUT" | "ALL";
    /** 0-100 */
    readonly thresholdPercentage: number;
    readonly minExecuted: number;
  }[];
  readonly inProgressTimeoutMs: Millis;
  readonly retries: { readonly failed: number; readonly timedOut: number };
}

export const EXECUTION_STATUSES = ["QUEUED", "IN_PROGRESS", "SUCCEEDED", "FAILED", "TIMED_OUT", "REJECTED", "REMOVED", "CANCELED"] as const;
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];
