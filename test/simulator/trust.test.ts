import { describe, expect, test } from "vitest";
import type { ReachTry } from "../../model/run.js";
import { MetricRegistry } from "../../simulator/run/metrics.js";
import { judgeTrust, type TrustInputs } from "../../simulator/wire/trust.js";

const TRY: ReachTry = {
  capability: "read-foreign",
  use: "read",
  thing: "attacker",
  clientId: "attacker",
  victim: "victim",
  topic: "dt/victim/data",
  filter: "dt/victim/data",
  predicted: "refused",
  observed: "refused",
  detail: "subscription refused",
};

function judged(change: Partial<TrustInputs> = {}, dropped = 0): ReturnType<typeof judgeTrust> {
  const metrics = new MetricRegistry();
  metrics.add("publishes_planned", 1000);
  metrics.add("publishes_dropped", dropped);
  return judgeTrust({
    limits: { eventLoopP99Ms: 200, maxDroppedShare: 0.01 },
    loads: [{ eventLoopP99Ms: 12, cpuMs: 500, rssBytes: 1 }],
    metrics,
    durationMs: 1000,
    reach: { tries: [TRY], open: [], agrees: true },
    cpus: 2,
    listenOverflows: 0,
    clockStepMs: 0,
    ...change,
  });
}

describe("a run is trusted", () => {
  test("when nothing speaks against it", () => {
    expect(judged()).toEqual({ ok: true, reasons: [], eventLoopP99Ms: 12, cpuShare: 0.25 });
    expect(judged({ reach: null, listenOverflows: null }).ok).toBe(true);
  });

  test.each<[string, ReturnType<typeof judgeTrust>, RegExp]>([
    ["a process was held up", judged({ loads: [{ eventLoopP99Ms: 900, cpuMs: 0, rssBytes: 1 }] }), /held up 900 ms/],
    ["messages were never sent", judged({}, 50), /5\.0 % of the planned messages/],
    ["the kernel lost connections", judged({ listenOverflows: 3 }), /lost 3 connections/],
    ["the clock was set", judged({ clockStepMs: -4000 }), /moved by -4000 ms/],
    [
      "the broker did what the analysis of its policy rules out",
      judged({ reach: { tries: [TRY, { ...TRY, observed: "allowed" }], open: [], agrees: false } }),
      /disagree: read-foreign \(read\): refused, broker allowed\./,
    ],
  ])("not when %s", (_, trust, reason) => {
    expect(trust.ok).toBe(false);
    expect(trust.reasons).toEqual([expect.stringMatching(reason)]);
  });
});
