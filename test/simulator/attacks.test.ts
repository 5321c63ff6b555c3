import { beforeAll, describe, expect, test, vi } from "vitest";
import type { RunResult } from "../../model/run.js";
import { rehearse } from "../../simulator/index.js";
import { STACK } from "./cloud-fixture.js";
import { QUICK_DETECTORS, sketchScenario } from "./rehearsal-fixture.js";

const ATTACKS = `
  - { id: snoop, kind: topic-snooping, atSeconds: 1, forSeconds: 4, devices: 4, rate: 4, expect: [foreign-topic-access, wide-subscription] }
  - { id: brute, kind: credential-brute-force, atSeconds: 1, forSeconds: 4, devices: 2, rate: 10, expect: [credential-brute-force] }
  - { id: burst, kind: exfiltration-burst, atSeconds: 4, forSeconds: 3, devices: 3, rate: 20, bytes: 8000, expect: [exfiltration-volume] }
`;

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

describe("three kinds of attack inside a working fleet", () => {
  let run: RunResult;
  beforeAll(async () => {
    const { scenario } = sketchScenario({ devices: 40, steadySeconds: 7.5, attacks: ATTACKS });
    run = await rehearse(scenario, { stackPath: STACK, detectors: QUICK_DETECTORS });
  });
  const proof = (sim: string) => run.proofs.find((candidate) => candidate.sim === sim);

  test("every instance has its ground truth, is detected by a detector meant for it, and is contained", () => {
    expect(run.attacks.map(({ attack }) => attack).sort()).toEqual(
      [...Array(4).fill("snoop"), ...Array(2).fill("brute"), ...Array(3).fill("burst")].sort(),
    );
    for (const truth of run.attacks) {
      expect(truth).toMatchObject({
        detectedBy: expect.any(String),
        detectDelayMs: expect.any(Number),
        containDelayMs: expect.any(Number),
      });
      expect(truth.endedAt).toBeGreaterThan(truth.startedAt);
    }
    expect(run.metrics.attack_detected).toMatchObject({ passes: 9, total: 9 });
  });

  test("nothing foreign is read, written or entered, and quarantine lets nothing through", () => {
    expect(proof("SIM-02")?.state).toBe("satisfied");
    expect(proof("SIM-05")?.state).toBe("satisfied");
    expect(proof("SIM-09")?.state).toBe("satisfied");
    expect(run.metrics.foreign_messages_read).toMatchObject({ value: 0 });
  });

  test("quarantine takes exactly the attacked devices, and no alarm is without cause", () => {
    expect(run.quarantined).toEqual(run.attacks.map(({ thing }) => thing).sort());
    expect(run.falseAlarms).toEqual([]);
  });

  test("each brute force comes from its device's own address", () => {
    const brute = run.attacks.filter(({ attack }) => attack === "brute");
    expect(new Set(brute.map(({ source }) => source)).size).toBe(2);
    for (const { source } of brute) expect(run.alarms.some((alarm) => alarm.source === source)).toBe(true);
  });

  test("the rest of the fleet goes on reporting", () => {
    expect(run.metrics.publish_success).toMatchObject({ type: "rate" });
    if (run.metrics.publish_success?.type === "rate") expect(run.metrics.publish_success.value).toBeGreaterThan(0.95);
    expect(run.metrics.publishes_dropped).toMatchObject({ value: 0 });
  });
});

describe("a detection that is switched off", () => {
  test("is shown as missed attacks, an unmet proof and a missed threshold, not hidden", async () => {
    const attacks =
      "[{ id: snoop, kind: topic-snooping, atSeconds: 0.2, forSeconds: 1.5, devices: 2, rate: 4, expect: [wide-subscription] }]";
    const { scenario } = sketchScenario({ attacks, thresholds: 'attack_detected: ["rate==1"]' });
    const run = await rehearse(scenario, { stackPath: STACK, detectors: [] });
    expect(run.attacks).toMatchObject([
      { detectedBy: null, containDelayMs: null },
      { detectedBy: null, containDelayMs: null },
    ]);
    expect(run.proofs.find(({ sim }) => sim === "SIM-02")?.state).toBe("satisfied");
    expect(run.proofs.find(({ sim }) => sim === "SIM-09")?.state).toBe("not-satisfied");
    expect(run.thresholds).toMatchObject([{ ok: false, observed: 0 }]);
    expect(run.quarantined).toEqual([]);
  });
});
