import { describe, expect, test } from "vitest";
import { createRolloutController, type RolloutTarget } from "../../model/rollout/controller.js";
import { EXECUTION_STATUSES, type RolloutPlan } from "../../model/rollout/plan.js";
import { isTerminal, mayFollow, TERMINAL_STATUSES, TRANSITIONS } from "../../model/rollout/transitions.js";

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 25);

const plan = (changes: Partial<RolloutPlan> = {}): RolloutPlan => ({
  id: "r1",
  canaryShare: 0.1,
  canarySuccess: 0.5,
  soakMs: 10 * MINUTE,
  rate: { kind: "constant", perMinute: 60 },
  abort: [{ failureType: "ALL", thresholdPercentage: 20, minExecuted: 10 }],
  inProgressTimeoutMs: 60 * MINUTE,
  retries: { failed: 0, timedOut: 0 },
  ...changes,
});

const fleet = (size: number, canaries: number): RolloutTarget[] =>
  Array.from({ length: size }, (_, i) => ({ thing: `t${i}`, canary: i < canaries }));
const start = (changes: Partial<RolloutPlan>, targets: readonly RolloutTarget[]) => createRolloutController(plan(changes), targets, START);

/** Ticks every second up to `minutes` and returns everything offered. */
function run(
  controller: ReturnType<typeof start>,
  fromMinute: number,
  toMinute: number,
  on?: (thing: string, now: number) => void,
): string[] {
  const offered: string[] = [];
  for (let now = START + fromMinute * MINUTE; now <= START + toMinute * MINUTE; now += 1000) {
    for (const thing of controller.tick(now).offer) {
      offered.push(thing);
      on?.(thing, now);
    }
  }
  return offered;
}

describe("rollout controller", () => {
  test("offers the release to canaries only, until enough have succeeded and soaked", () => {
    const controller = start({}, fleet(20, 4));
    expect(run(controller, 0, 1)).toEqual(["t0", "t1", "t2", "t3"]);
    controller.report("t0", "SUCCEEDED", START + MINUTE);
    expect(run(controller, 1, 30)).toEqual([]);
    controller.report("t1", "SUCCEEDED", START + 30 * MINUTE);
    expect(run(controller, 30, 39)).toEqual([]);
    expect(controller.snapshot()).toMatchObject({ state: "soaking", stage: "canary", notified: 4, neverOffered: 16 });
    expect(run(controller, 39, 42)).toEqual(
      fleet(20, 4)
        .slice(4)
        .map((target) => target.thing),
    );
    expect(controller.snapshot()).toMatchObject({ state: "running", stage: "fleet", notified: 20 });
  });

  test("canaries come first wherever they stand in the list", () => {
    const controller = start({}, [
      { thing: "a", canary: false },
      { thing: "b", canary: true },
    ]);
    expect(controller.tick(START).offer).toEqual(["b"]);
  });

  test("keeps to the rate", () => {
    const controller = start({ canaryShare: 0 }, fleet(500, 0));
    expect(run(controller, 0, 1)).toHaveLength(61);
    expect(run(controller, 1, 3)).toHaveLength(120);
  });

  test("a long pause between ticks does not save up more than a minute's worth", () => {
    const controller = start({ canaryShare: 0 }, fleet(5000, 0));
    controller.tick(START);
    expect(controller.tick(START + 30 * MINUTE).offer).toHaveLength(60);
  });

  test("an exponential rate keyed on success rises only with successes", () => {
    const rate = {
      kind: "exponential",
      basePerMinute: 10,
      incrementFactor: 2,
      maximumPerMinute: 100,
      increaseAfter: { succeeded: 10 },
    } as const;
    const controller = start({ canaryShare: 0, rate, abort: [] }, fleet(5000, 0));
    const offered = run(controller, 0, 5);
    expect(offered).toHaveLength(51);
    expect(controller.snapshot().ratePerMinute).toBe(10);
    for (const thing of offered.slice(0, 20)) controller.report(thing, "SUCCEEDED", START + 5 * MINUTE);
    expect(controller.snapshot().ratePerMinute).toBe(40);
    for (const thing of offered.slice(20)) controller.report(thing, "SUCCEEDED", START + 5 * MINUTE);
    expect(controller.snapshot().ratePerMinute).toBe(100);
  });

  test("an exponential rate keyed on notification rises without any success", () => {
    const rate = {
      kind: "exponential",
      basePerMinute: 10,
      incrementFactor: 2,
      maximumPerMinute: 80,
      increaseAfter: { notified: 10 },
    } as const;
    const controller = start({ canaryShare: 0, rate }, fleet(5000, 0));
    run(controller, 0, 4);
    expect(controller.snapshot().ratePerMinute).toBe(80);
  });

  test("aborts at the threshold, says why, withdraws queued offers and offers nothing more", () => {
    const controller = start({ canaryShare: 0 }, fleet(100, 0));
    const offered = run(controller, 0, 0.5);
    expect(offered).toHaveLength(31);
    for (const thing of offered.slice(0, 8)) controller.report(thing, "SUCCEEDED", START + 30_000);
    controller.report("t20", "IN_PROGRESS", START + 30_000);
    controller.report("t8", "FAILED", START + 30_000, "self-test-failed");
    expect(controller.snapshot().state).toBe("running");
    controller.report("t9", "REJECTED", START + 30_000, "signature-invalid");
    expect(controller.snapshot()).toMatchObject({ state: "aborted", reason: "2 of 10 executions ended badly; the plan aborts at 20 %" });
    const { offer, cancel } = controller.tick(START + 31_000);
    expect(offer).toEqual([]);
    expect(cancel).toHaveLength(20);
    expect(cancel).not.toContain("t20");
    expect(controller.report("t20", "SUCCEEDED", START + 40_000)).toEqual({ accepted: true });
    expect(run(controller, 1, 200)).toEqual([]);
    expect(controller.snapshot()).toMatchObject({
      notified: 31,
      neverOffered: 69,
      reasonCodes: { "self-test-failed": 1, "signature-invalid": 1 },
    });
  });

  test("does not abort before the minimum number has been executed", () => {
    const controller = start({ canaryShare: 0 }, fleet(100, 0));
    const offered = run(controller, 0, 0.5);
    for (const thing of offered.slice(0, 9)) controller.report(thing, "FAILED", START + 30_000);
    expect(controller.snapshot().state).toBe("running");
    controller.report(offered[9] ?? "", "FAILED", START + 30_000);
    expect(controller.snapshot().state).toBe("aborted");
  });

  test("a rule for one failure type ignores the others", () => {
    const controller = start({ canaryShare: 0, abort: [{ failureType: "FAILED", thresholdPercentage: 10, minExecuted: 1 }] }, fleet(20, 0));
    for (const thing of run(controller, 0, 0.5)) controller.report(thing, "REJECTED", START + 30_000);
    expect(controller.snapshot()).toMatchObject({ state: "completed", counts: { REJECTED: 20 } });
  });

  test("devices that never say anything time out and trip the abort rule", () => {
    const controller = start(
      { canaryShare: 0, abort: [{ failureType: "TIMED_OUT", thresholdPercentage: 50, minExecuted: 5 }] },
      fleet(10_000, 0),
    );
    const offered = run(controller, 0, 70);
    expect(controller.snapshot()).toMatchObject({ state: "aborted" });
    expect(controller.snapshot().counts.TIMED_OUT).toBeGreaterThanOrEqual(5);
    expect(offered.length).toBeGreaterThan(3600);
    expect(offered.length).toBeLessThan(3700);
  });

  test("a canary gate that can no longer be met aborts", () => {
    const controller = start({ canarySuccess: 0.75, abort: [] }, fleet(20, 4));
    run(controller, 0, 1);
    controller.report("t0", "FAILED", START + MINUTE);
    expect(controller.snapshot().state).toBe("running");
    controller.report("t1", "FAILED", START + MINUTE);
    expect(controller.snapshot()).toMatchObject({ state: "aborted", reason: "2 of 4 canaries did not succeed; the plan wants 75 %" });
    expect(run(controller, 1, 120)).toEqual([]);
  });

  test("a canary that fails while the others soak still stops the rollout", () => {
    const controller = start(
      { canarySuccess: 0.75, abort: [{ failureType: "ALL", thresholdPercentage: 20, minExecuted: 4 }] },
      fleet(20, 4),
    );
    run(controller, 0, 1);
    for (const thing of ["t0", "t1", "t2"]) controller.report(thing, "SUCCEEDED", START + MINUTE);
    controller.tick(START + 2 * MINUTE);
    expect(controller.snapshot().state).toBe("soaking");
    controller.report("t3", "FAILED", START + 3 * MINUTE);
    expect(controller.snapshot().state).toBe("aborted");
  });

  test("a plan that wants canaries but gets none offers nothing", () => {
    const controller = start({}, fleet(20, 0));
    expect(controller.tick(START).offer).toEqual([]);
    expect(controller.snapshot().state).toBe("aborted");
  });

  test("failures are retried as often as the plan says, and only the last one counts", () => {
    const controller = start(
      { canaryShare: 0, abort: [{ failureType: "FAILED", thresholdPercentage: 1, minExecuted: 1 }], retries: { failed: 2, timedOut: 0 } },
      fleet(1, 0),
    );
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(controller.tick(START + attempt * 1000).offer).toEqual(["t0"]);
      expect(controller.snapshot().state).toBe("running");
      controller.report("t0", "FAILED", START + attempt * 1000 + 500);
    }
    expect(controller.snapshot()).toMatchObject({ state: "aborted", notified: 1, counts: { FAILED: 1 } });
  });

  test("a rejection is never retried", () => {
    const controller = start({ canaryShare: 0, abort: [], retries: { failed: 3, timedOut: 3 } }, fleet(1, 0));
    controller.tick(START);
    controller.report("t0", "REJECTED", START + 1);
    expect(controller.tick(START + 1000).offer).toEqual([]);
    expect(controller.snapshot().state).toBe("completed");
  });

  test("a timed-out device that is retried may still succeed", () => {
    const controller = start({ canaryShare: 0, inProgressTimeoutMs: 5000, retries: { failed: 0, timedOut: 1 } }, fleet(1, 0));
    controller.tick(START);
    controller.report("t0", "IN_PROGRESS", START + 1000);
    expect(controller.tick(START + 5000)).toMatchObject({ timedOut: ["t0"], offer: ["t0"] });
    controller.report("t0", "SUCCEEDED", START + 6000);
    expect(controller.snapshot()).toMatchObject({ state: "completed", counts: { SUCCEEDED: 1, TIMED_OUT: 0 } });
    expect(controller.tick(START + 60_000).timedOut).toEqual([]);
  });

  test("a retry has the whole time again, whatever is left of the first attempt's", () => {
    const controller = start({ canaryShare: 0, abort: [], inProgressTimeoutMs: 5000, retries: { failed: 1, timedOut: 0 } }, fleet(1, 0));
    controller.tick(START);
    controller.report("t0", "FAILED", START + 1000);
    expect(controller.tick(START + 2000).offer).toEqual(["t0"]);
    expect(controller.tick(START + 6000).timedOut).toEqual([]);
    expect(controller.tick(START + 7000).timedOut).toEqual(["t0"]);
  });

  test("reports that may not be are refused and change nothing", () => {
    const controller = start({ canaryShare: 0 }, fleet(2, 0));
    expect(controller.report("t0", "SUCCEEDED", START)).toEqual({ accepted: false, problem: "not-offered" });
    controller.tick(START);
    expect(controller.report("stranger", "SUCCEEDED", START)).toEqual({ accepted: false, problem: "unknown-thing" });
    expect(controller.report("__proto__", "SUCCEEDED", START)).toEqual({ accepted: false, problem: "unknown-thing" });
    expect(controller.report("t0", "TIMED_OUT", START)).toEqual({ accepted: false, problem: "invalid-transition", from: "QUEUED" });
    expect(controller.report("t0", "IN_PROGRESS", START)).toEqual({ accepted: true });
    expect(controller.report("t0", "QUEUED", START)).toEqual({ accepted: false, problem: "invalid-transition", from: "IN_PROGRESS" });
    expect(controller.report("t0", "SUCCEEDED", START)).toEqual({ accepted: true });
    expect(controller.report("t0", "FAILED", START)).toEqual({ accepted: false, problem: "terminal-state", from: "SUCCEEDED" });
    expect(controller.snapshot().counts).toMatchObject({ SUCCEEDED: 1, FAILED: 0, QUEUED: 0, IN_PROGRESS: 0 });
  });

  test("every canary takes part, also when the first ones alone would open the gate", () => {
    const controller = start({ soakMs: 0, rate: { kind: "constant", perMinute: 6 } }, fleet(30, 6));
    const offered = run(controller, 0, 2, (thing, now) => controller.report(thing, "SUCCEEDED", now));
    expect(offered.slice(0, 6)).toEqual(["t0", "t1", "t2", "t3", "t4", "t5"]);
    expect(controller.snapshot().neverOffered).toBe(30 - offered.length);
  });

  test("an empty target list is complete at once", () => {
    expect(start({}, []).snapshot().state).toBe("completed");
  });

  test("a clean rollout completes", () => {
    const controller = start({}, fleet(50, 5));
    run(controller, 0, 30, (thing, now) => {
      controller.report(thing, "IN_PROGRESS", now);
      controller.report(thing, "SUCCEEDED", now);
    });
    expect(controller.snapshot()).toMatchObject({ state: "completed", reason: null, notified: 50, counts: { SUCCEEDED: 50 } });
  });
});

describe("job execution states", () => {
  test("a terminal state is left by nobody but the service's retry", () => {
    for (const status of TERMINAL_STATUSES) {
      expect(isTerminal(status)).toBe(true);
      expect(TRANSITIONS[status].device).toEqual([]);
      expect(TRANSITIONS[status].service).toEqual(status === "FAILED" || status === "TIMED_OUT" ? ["QUEUED"] : []);
    }
  });

  test("a device can neither time out, cancel nor remove itself", () => {
    for (const from of EXECUTION_STATUSES)
      for (const to of ["TIMED_OUT", "CANCELED", "REMOVED", "QUEUED"] as const) expect(mayFollow(from, to, "device")).toBe(false);
  });
});
