import type { RolloutPlan } from "./plan.js";
import { baseRate, rateAt } from "./rate.js";

const MINUTE = 60_000;

/**
 * The most devices a release can be offered to before the plan stops it, when every device that takes it falls silent: a failure nobody
 * reports becomes visible only as a timeout. With canaries nobody else is offered it before they have succeeded, so the bound is their
 * number. Without an abort rule that sees timeouts the bound is everybody.
 */
export function exposureBound(plan: RolloutPlan, targets: number, canaries: number): number {
  if (canaries > 0 && plan.canarySuccess > 0) return Math.min(canaries, targets);
  const seeing = plan.abort.filter(({ failureType }) => failureType === "TIMED_OUT" || failureType === "ALL");
  if (seeing.length === 0) return targets;
  const minExecuted = Math.min(...seeing.map((criterion) => criterion.minExecuted));
  const retries = 1 + plan.retries.timedOut;
  return Math.min(
    targets,
    Math.max(minExecuted, offeredWithin(plan, plan.inProgressTimeoutMs * retries, targets)) + Math.ceil(fastest(plan)),
  );
}

/** Offers made in so much time while nothing succeeds. */
function offeredWithin({ rate }: RolloutPlan, time: number, targets: number): number {
  let offered = 0;
  for (let minute = 0; minute < Math.ceil(time / MINUTE) && offered < targets; minute++)
    offered += rateAt(rate, { notified: offered, succeeded: 0 });
  return offered;
}

/** One more minute's worth: what may go out between the last timeout and the next look at the rules. */
function fastest({ rate }: RolloutPlan): number {
  return baseRate(rate);
}
