import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exposureBound } from "../../model/rollout/bounds.js";
import { createRolloutController } from "../../model/rollout/controller.js";
import type { ExecutionStatus, RolloutPlan } from "../../model/rollout/plan.js";

const MINUTE = 60_000;
const plan = (changes: Partial<RolloutPlan>): RolloutPlan => ({
  id: "r",
  canaryShare: 0,
  canarySuccess: 1,
  soakMs: 0,
  rate: { kind: "constant", perMinute: 1000 },
  abort: [
    { failureType: "TIMED_OUT", thresholdPercentage: 10, minExecuted: 1 },
    { failureType: "FAILED", thresholdPercentage: 10, minExecuted: 1 },
    { failureType: "REJECTED", thresholdPercentage: 10, minExecuted: 1 },
  ],
  inProgressTimeoutMs: 60 * MINUTE,
  retries: { failed: 0, timedOut: 0 },
  ...changes,
});
const MILLION = 1_000_000;

/** One rollout in which canaries succeed and no other device survives; returns how many were notified. */
function worstCase(
  rollout: RolloutPlan,
  fleetSize: number,
  tickMs: number,
  fate: (index: number) => { readonly status: ExecutionStatus | "silent"; readonly afterMs: number },
): { notified: number; state: string } {
  const canaries = Math.ceil(rollout.canaryShare * fleetSize);
  const controller = createRolloutController(
    rollout,
    Array.from({ length: fleetSize }, (_, i) => ({ thing: String(i), canary: i < canaries })),
    0,
  );
  const reports: { readonly at: number; readonly thing: string; readonly status: ExecutionStatus }[] = [];
  for (let now = 0; now < 40 * 24 * 60 * MINUTE; now += tickMs) {
    for (const report of reports.filter(({ at }) => at <= now)) controller.report(report.thing, report.status, now);
    reports.splice(0, reports.length, ...reports.filter(({ at }) => at > now));
    for (const thing of controller.tick(now).offer) {
      const index = Number(thing);
      const { status, afterMs } = fate(index);
      if (index < canaries) reports.push({ at: now, thing, status: "SUCCEEDED" });
      else if (status !== "silent") reports.push({ at: now + afterMs, thing, status });
    }
    const { state, notified } = controller.snapshot();
    if (state === "aborted" || state === "completed") return { state, notified };
  }
  return { state: "unfinished", notified: controller.snapshot().notified };
}

describe("exposure bound", () => {
  test("gives the figures derived from AWS's documented rates, for bricks that never report", () => {
    const ramp = { kind: "exponential", basePerMinute: 50, incrementFactor: 2, maximumPerMinute: 1000 } as const;
    const bound = (changes: Partial<RolloutPlan>): number => exposureBound(plan(changes), 10 * MILLION, { lagMs: 0 });
    // One device over, for the failure that must be seen, and one for rounding.
    expect(bound({})).toBe(60_002);
    expect(bound({ rate: { ...ramp, increaseAfter: { succeeded: 1000 } } })).toBe(3002);
    const onNotified = bound({ rate: { ...ramp, increaseAfter: { notified: 1000 } } });
    expect(onNotified).toBeGreaterThan(20_000);
    expect(onNotified).toBeLessThan(30_000);
    expect(bound({ inProgressTimeoutMs: 24 * 60 * MINUTE })).toBe(1_440_002);
  });

  test("without a rule that counts timeouts the whole fleet is exposed", () => {
    expect(exposureBound(plan({ abort: [{ failureType: "FAILED", thresholdPercentage: 1, minExecuted: 1 }] }), MILLION)).toBe(MILLION);
    expect(exposureBound(plan({ abort: [] }), MILLION)).toBe(MILLION);
  });

  test("a threshold the canaries' successes keep out of reach exposes the whole fleet", () => {
    const all = (thresholdPercentage: number) =>
      plan({ canaryShare: 0.01, abort: [{ failureType: "ALL", thresholdPercentage, minExecuted: 1 }] });
    expect(exposureBound(all(100), MILLION)).toBe(MILLION);
    expect(exposureBound(all(10), MILLION)).toBeLessThan(MILLION / 10);
  });

  test("failures spread over types count together", () => {
    const thirds = plan({
      abort: (["FAILED", "REJECTED", "TIMED_OUT"] as const).map((failureType) => ({
        failureType,
        thresholdPercentage: 40,
        minExecuted: 1,
      })),
    });
    expect(exposureBound(thirds, MILLION)).toBe(MILLION);
  });

  test("never exceeds the fleet, and grows with the timeout, the retries and the rate", () => {
    const base = exposureBound(plan({}), MILLION);
    expect(exposureBound(plan({}), 10)).toBe(10);
    expect(exposureBound(plan({ inProgressTimeoutMs: 120 * MINUTE }), MILLION)).toBeGreaterThan(base);
    expect(exposureBound(plan({ retries: { failed: 0, timedOut: 2 } }), MILLION)).toBeGreaterThan(base);
    expect(exposureBound(plan({ rate: { kind: "constant", perMinute: 500 } }), MILLION)).toBeLessThan(base);
  });

  test("is close: a fleet of silent bricks comes within two minutes' worth of it", () => {
    const rollout = plan({
      rate: { kind: "constant", perMinute: 20 },
      inProgressTimeoutMs: 30 * MINUTE,
      abort: [{ failureType: "ALL", thresholdPercentage: 10, minExecuted: 5 }],
    });
    const { notified, state } = worstCase(rollout, 5000, 1000, () => ({ status: "silent", afterMs: 0 }));
    expect(state).toBe("aborted");
    const bound = exposureBound(rollout, 5000, { lagMs: 1000 });
    expect(notified).toBeLessThanOrEqual(bound);
    expect(bound - notified).toBeLessThanOrEqual(40);
  });

  test("no rollout of any plan ever exceeds it, however its devices fail", () => {
    const share = fc.constantFrom(5, 10, 25, 50);
    const abort = fc.oneof(
      fc
        .record({ failureType: fc.constant("ALL" as const), thresholdPercentage: share, minExecuted: fc.integer({ min: 1, max: 30 }) })
        .map((rule) => [rule]),
      fc.tuple(share, share, share, fc.integer({ min: 1, max: 20 })).map(([failed, rejected, timedOut, minExecuted]) => [
        { failureType: "FAILED" as const, thresholdPercentage: failed, minExecuted },
        { failureType: "REJECTED" as const, thresholdPercentage: rejected, minExecuted },
        { failureType: "TIMED_OUT" as const, thresholdPercentage: timedOut, minExecuted },
      ]),
    );
    const rate = fc.oneof(
      fc.record({ kind: fc.constant("constant" as const), perMinute: fc.integer({ min: 1, max: 60 }) }),
      fc.record({
        kind: fc.constant("exponential" as const),
        basePerMinute: fc.integer({ min: 1, max: 10 }),
        incrementFactor: fc.constantFrom(1.1, 1.5, 2, 5),
        maximumPerMinute: fc.integer({ min: 10, max: 100 }),
        increaseAfter: fc.oneof(
          fc.record({ notified: fc.integer({ min: 1, max: 50 }) }),
          fc.record({ succeeded: fc.integer({ min: 1, max: 50 }) }),
        ),
      }),
    );
    const plans = fc.record({
      id: fc.constant("p"),
      canaryShare: fc.constantFrom(0, 0.01, 0.05),
      canarySuccess: fc.constantFrom(0.5, 0.9, 1),
      soakMs: fc.constantFrom(0, 5 * MINUTE),
      rate,
      abort,
      inProgressTimeoutMs: fc.integer({ min: 1, max: 15 }).map((minutes) => minutes * MINUTE),
      retries: fc.record({ failed: fc.integer({ min: 0, max: 2 }), timedOut: fc.integer({ min: 0, max: 2 }) }),
    });
    const fates = fc.array(
      fc.record({
        status: fc.constantFrom("silent" as const, "FAILED" as const, "REJECTED" as const, "IN_PROGRESS" as const),
        afterMs: fc.integer({ min: 0, max: 20 * MINUTE }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    let aborted = 0;
    fc.assert(
      fc.property(plans, fates, fc.constantFrom(5_000, 20_000, 60_000), (rollout, list, tickMs) => {
        const run = worstCase(rollout, 2000, tickMs, (index) => list[index % list.length] ?? { status: "silent", afterMs: 0 });
        if (run.state === "aborted") aborted++;
        expect(run.notified).toBeLessThanOrEqual(exposureBound(rollout, 2000, { lagMs: tickMs }));
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(aborted).toBeGreaterThan(150);
  });
});
