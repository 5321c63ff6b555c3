import type { Millis } from "../detectors/types.js";
import type { RolloutPlan } from "./plan.js";
import { rateAt } from "./rate.js";

export interface BoundOptions {
  /** How late a tick or a timer may be. AWS IoT: the in-progress timer "may fire up to 60 s late". Default 60,000. */
  readonly lagMs?: Millis;
}

const MINUTE = 60_000;
const FAILURE_TYPES = ["FAILED", "REJECTED", "TIMED_OUT"] as const;

/**
 * The most devices that can have been offered a release before an abort rule fires, when no device after the canaries survives it: each may
 * fail, refuse, or say nothing ever again. It is the number to weigh before a rollout starts, since a bricked device is seen only when its
 * timer ends, and offers go on until then.
 *
 * The canaries are taken to succeed (else the gate stops the rollout at them). The abort then needs some number of failed devices to outweigh
 * those successes; the last of them was offered the release at some moment, has until its last attempt's timer to end, and all the while
 * others are offered it at the plan's rate. Returns `fleetSize` when the plan has no rule that must fire (no timeout counted, or a threshold
 * that the canaries' successes or a mix of failure types keep out of reach).
 *
 * @param fleetSize canaries included
 */
export function exposureBound(plan: RolloutPlan, fleetSize: number, options: BoundOptions = {}): number {
  const lagMs = options.lagMs ?? MINUTE;
  const canaries = Math.min(fleetSize, Math.ceil(plan.canaryShare * fleetSize));
  const failuresNeeded = failuresToAbort(plan, canaries);
  if (!Number.isFinite(failuresNeeded)) return fleetSize;
  const attempts = 1 + plan.retries.failed + plan.retries.timedOut;
  const untilSeenMs = attempts * (plan.inProgressTimeoutMs + lagMs);
  const atLastNeeded = failuresNeeded + (rateAt(plan.rate, { notified: failuresNeeded, succeeded: 0 }) * lagMs) / MINUTE;
  const offered = Math.ceil(notifiedAfter(plan.rate, atLastNeeded, untilSeenMs + lagMs, fleetSize)) + 1;
  return Math.min(fleetSize, canaries + offered);
}

/** How many devices after the canaries must have ended badly for some rule to fire for certain, however the failures mix; Infinity when none must. */
function failuresToAbort(plan: RolloutPlan, canaries: number): number {
  // The gate lets the fleet follow when this many canaries have reported; the others may report late, or never.
  const reported = Math.ceil(plan.canarySuccess * canaries);
  const needed = (share: number, minExecuted: number): number => {
    const outweigh = canaries === 0 ? 1 : share < 1 ? Math.ceil((share * canaries) / (1 - share) - 1e-9) : Number.POSITIVE_INFINITY;
    return Math.max(1, outweigh, minExecuted - reported);
  };
  const any = plan.abort
    .filter((rule) => rule.failureType === "ALL")
    .map((rule) => needed(rule.thresholdPercentage / 100, rule.minExecuted));
  return Math.min(Number.POSITIVE_INFINITY, ...any, mixedFailures(plan, canaries, needed));
}

/**
 * With one rule a failure type, failures can be spread so that each stays below its own threshold. Below them all, the share of all failures
 * stays below the sum of the thresholds; once it reaches the sum, at least one rule fires. A sum of 100 % or more is never reached.
 */
function mixedFailures(plan: RolloutPlan, canaries: number, needed: (share: number, minExecuted: number) => number): number {
  let share = 0;
  let minExecuted = 0;
  for (const type of FAILURE_TYPES) {
    const strictest = plan.abort
      .filter((rule) => rule.failureType === type)
      .sort((a, b) => a.thresholdPercentage - b.thresholdPercentage)[0];
    if (strictest === undefined) return Number.POSITIVE_INFINITY;
    share += strictest.thresholdPercentage / 100;
    minExecuted = Math.max(minExecuted, strictest.minExecuted);
  }
  return canaries === 0 && share >= 1 ? Number.POSITIVE_INFINITY : needed(share, minExecuted);
}

/** Devices notified `durationMs` after `from` of them were, when none succeeds. Not rounded. */
function notifiedAfter(rate: RolloutPlan["rate"], from: number, durationMs: Millis, most: number): number {
  let notified = from;
  let minutesLeft = durationMs / MINUTE;
  while (notified < most) {
    const perMinute = rateAt(rate, { notified, succeeded: 0 });
    const grows = rate.kind === "exponential" && "notified" in rate.increaseAfter && perMinute < rate.maximumPerMinute;
    if (!grows) return notified + perMinute * minutesLeft;
    const step = "notified" in rate.increaseAfter ? rate.increaseAfter.notified : 1;
    const toNext = (Math.floor(notified / step) + 1) * step - notified;
    if (toNext >= perMinute * minutesLeft) return notified + perMinute * minutesLeft;
    minutesLeft -= toNext / perMinute;
    notified += toNext;
  }
  return notified;
}
