import type { Millis } from "../detectors/types.js";
import { abortedBy, type ExecutedCounts, executed, failures } from "./abort.js";
import type { ReportOutcome, RolloutController, RolloutState, RolloutTarget, RolloutTick } from "./controller-types.js";
import type { ExecutionStatus, RolloutPlan } from "./plan.js";
import { baseRate, rateAt } from "./rate.js";
import { isTerminal, mayFollow } from "./transitions.js";

export type * from "./controller-types.js";

interface Execution {
  readonly thing: string;
  readonly canary: boolean;
  status: ExecutionStatus | undefined;
  attempt: number;
  failedRetries: number;
  timedOutRetries: number;
}

const MINUTE = 60_000;

/**
 * Runs one rollout plan. Pure: the clock is passed in, and the same calls give the same answers.
 *
 * Canaries go first; the rest follow once `canarySuccess` of them have succeeded and `soakMs` have passed since, still holding. An offer not
 * brought to an end within `inProgressTimeoutMs` becomes TIMED_OUT. Unlike AWS, whose timer starts with IN_PROGRESS, ours starts with the
 * offer: a device that is bricked before it says anything must count too, or no abort rule would ever see it.
 *
 * @param targets in the order they are to be served; canaries are moved to the front
 */
export function createRolloutController(plan: RolloutPlan, targets: readonly RolloutTarget[], startedAt: Millis): RolloutController {
  const executions = new Map<string, Execution>();
  for (const { thing, canary } of targets) {
    executions.set(thing, { thing, canary, status: undefined, attempt: 0, failedRetries: 0, timedOutRetries: 0 });
  }
  const canaries = [...executions.values()].filter((execution) => execution.canary);
  const fleet = [...executions.values()].filter((execution) => !execution.canary);
  const counts: Record<ExecutionStatus, number> = {
    QUEUED: 0,
    IN_PROGRESS: 0,
    SUCCEEDED: 0,
    FAILED: 0,
    TIMED_OUT: 0,
    REJECTED: 0,
    REMOVED: 0,
    CANCELED: 0,
  };
  const canaryCounts = { succeeded: 0, lost: 0 };
  const fleetCounts = { notified: 0, succeeded: 0 };
  const reasonCodes = new Map<string, number>();
  /** Offers by deadline: the timeout is the same for all, so the order of offering is the order of expiry. */
  const deadlines: { readonly execution: Execution; readonly attempt: number; readonly at: Millis }[] = [];
  let nextDeadline = 0;
  const retries: Execution[] = [];
  let toCancel: Execution[] = [];
  let served = { canary: 0, fleet: 0 };
  let stage: "canary" | "fleet" = canaries.length === 0 ? "fleet" : "canary";
  let state: RolloutState = "running";
  let reason: string | null = null;
  let soakUntil: Millis | undefined;
  let clock = startedAt;
  let credit = 1;
  let removedAfterOffer = 0;

  if (targets.length === 0) state = "completed";
  else if (plan.canaryShare > 0 && canaries.length === 0) abort("the plan asks for canaries and no target is one");

  function tick(now: Millis): RolloutTick {
    const elapsed = Math.max(0, now - clock);
    clock = Math.max(clock, now);
    const timedOut = expire();
    settle();
    advanceStage();
    const offer = state === "running" || state === "soaking" ? [...serveRetries(), ...serve(elapsed)] : [];
    const cancel = toCancel.filter((execution) => execution.status === "CANCELED").map((execution) => execution.thing);
    toCancel = [];
    return { offer, cancel, timedOut };
  }

  function report(thing: string, status: ExecutionStatus, now: Millis, reasonCode?: string): ReportOutcome {
    clock = Math.max(clock, now);
    const execution = executions.get(thing);
    if (execution === undefined) return { accepted: false, problem: "unknown-thing" };
    const from = execution.status;
    if (from === undefined) return { accepted: false, problem: "not-offered" };
    if (isTerminal(from)) return { accepted: false, problem: "terminal-state", from };
    if (!mayFollow(from, status, "device")) return { accepted: false, problem: "invalid-transition", from };
    if (reasonCode !== undefined && isTerminal(status)) reasonCodes.set(reasonCode, (reasonCodes.get(reasonCode) ?? 0) + 1);
    move(execution, status);
    if (status === "FAILED") retryOrEnd(execution, "failed");
    else if (isTerminal(status)) ended(execution);
    settle();
    return { accepted: true };
  }

  function remove(thing: string, now: Millis): boolean {
    clock = Math.max(clock, now);
    const execution = executions.get(thing);
    if (execution === undefined || (execution.status !== undefined && isTerminal(execution.status))) return false;
    executions.delete(thing);
    const ring = execution.canary ? "canary" : "fleet";
    const queue = execution.canary ? canaries : fleet;
    const place = queue.indexOf(execution);
    queue.splice(place, 1);
    if (place < served[ring]) {
      served = { ...served, [ring]: served[ring] - 1 };
      removedAfterOffer++;
    }
    move(execution, "REMOVED");
    settle();
    return true;
  }

  /** Offers whose time is up. */
  function expire(): string[] {
    const timedOut: string[] = [];
    for (let next = deadlines[nextDeadline]; next !== undefined && next.at <= clock; next = deadlines[nextDeadline]) {
      nextDeadline++;
      const { execution, attempt } = next;
      if (execution.attempt !== attempt || execution.status === undefined || isTerminal(execution.status)) continue;
      move(execution, "TIMED_OUT");
      timedOut.push(execution.thing);
      retryOrEnd(execution, "timedOut");
    }
    return timedOut;
  }

  function retryOrEnd(execution: Execution, how: "failed" | "timedOut"): void {
    const used = how === "failed" ? execution.failedRetries : execution.timedOutRetries;
    if (state === "aborted" || used >= plan.retries[how]) {
      ended(execution);
      return;
    }
    if (how === "failed") execution.failedRetries++;
    else execution.timedOutRetries++;
    move(execution, "QUEUED");
    retries.push(execution);
  }

  /** An execution has come to its end, retries included. */
  function ended(execution: Execution): void {
    const succeeded = execution.status === "SUCCEEDED";
    if (execution.canary) canaryCounts[succeeded ? "succeeded" : "lost"]++;
    else if (succeeded) fleetCounts.succeeded++;
  }

  /** Abort rules, the canary gate and completion: looked at after every change. */
  function settle(): void {
    if (state === "aborted" || state === "completed") return;
    const counted = executedCounts();
    const criterion = abortedBy(plan.abort, counted);
    if (criterion !== undefined) {
      abort(
        `${failures(criterion, counted)} of ${executed(counted)} executions ended ${criterion.failureType === "ALL" ? "badly" : criterion.failureType}; the plan aborts at ${criterion.thresholdPercentage} %`,
      );
      return;
    }
    if (canaries.length - canaryCounts.lost < plan.canarySuccess * canaries.length) {
      abort(
        `${canaryCounts.lost} of ${canaries.length} canaries did not succeed; the plan wants ${Number((plan.canarySuccess * 100).toFixed(2))} %`,
      );
      return;
    }
    if (executed(counted) === executions.size) state = "completed";
  }

  /** A retry waiting to be offered again stands in QUEUED, so only what has ended is counted here. */
  function executedCounts(): ExecutedCounts {
    return { succeeded: counts.SUCCEEDED, failed: counts.FAILED, rejected: counts.REJECTED, timedOut: counts.TIMED_OUT };
  }

  function abort(why: string): void {
    state = "aborted";
    reason = why;
    retries.length = 0;
    for (const execution of executions.values()) {
      if (execution.status !== "QUEUED") continue;
      move(execution, "CANCELED");
      toCancel.push(execution);
    }
  }

  function advanceStage(): void {
    if (stage === "fleet" || state === "aborted" || state === "completed") return;
    // Every canary is to take part, also when the first ones alone would open the gate.
    if (served.canary < canaries.length || canaryCounts.succeeded < plan.canarySuccess * canaries.length) return;
    soakUntil ??= clock + plan.soakMs;
    if (clock < soakUntil) {
      state = "soaking";
      return;
    }
    state = "running";
    stage = "fleet";
    credit = 1;
  }

  /** Retries do not use up the rate: their devices were counted when they were first notified. */
  function serveRetries(): string[] {
    return retries
      .splice(0)
      .filter((execution) => execution.status === "QUEUED")
      .map(offer);
  }

  function serve(elapsed: Millis): string[] {
    const offered: string[] = [];
    const rate = currentRate();
    credit = Math.min(credit + (rate * elapsed) / MINUTE, Math.max(1, rate));
    const queue = stage === "canary" ? canaries : fleet;
    // Sums of fractions fall short of a whole by a hair.
    while (credit >= 1 - 1e-9) {
      const execution = queue[served[stage]];
      if (execution === undefined) break;
      credit--;
      served = { ...served, [stage]: served[stage] + 1 };
      if (stage === "fleet") fleetCounts.notified++;
      offered.push(offer(execution));
    }
    return offered;
  }

  function offer(execution: Execution): string {
    if (execution.status === undefined) {
      execution.status = "QUEUED";
      counts.QUEUED++;
    }
    execution.attempt++;
    deadlines.push({ execution, attempt: execution.attempt, at: clock + plan.inProgressTimeoutMs });
    return execution.thing;
  }

  function move(execution: Execution, to: ExecutionStatus): void {
    if (execution.status !== undefined) counts[execution.status]--;
    execution.status = to;
    counts[to]++;
  }

  function currentRate(): number {
    return stage === "canary" ? baseRate(plan.rate) : rateAt(plan.rate, fleetCounts);
  }

  return {
    tick,
    report,
    remove,
    statusOf: (thing) => executions.get(thing)?.status,
    snapshot: () => ({
      state,
      reason,
      stage,
      targets: executions.size + counts.REMOVED,
      canaries: canaries.length,
      notified: served.canary + served.fleet + removedAfterOffer,
      neverOffered: executions.size - served.canary - served.fleet,
      counts: { ...counts },
      ratePerMinute: currentRate(),
      reasonCodes: Object.fromEntries(reasonCodes),
    }),
  };
}
