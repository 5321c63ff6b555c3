import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { rehearse } from "../../simulator/index.js";
import { parseScenario } from "../../simulator/scenarios/parse.js";
import { loadScenario } from "../../simulator/wire/load-scenario.js";
import { planRun } from "../../simulator/wire/run-plan.js";
import { STACK } from "./cloud-fixture.js";
import { sketchScenario } from "./rehearsal-fixture.js";

const ATTACKS =
  "[{ id: snoop, kind: topic-snooping, atSeconds: 0.2, forSeconds: 2, devices: 3, rate: 5, expect: [foreign-topic-access, wide-subscription] }]";
const ROLLOUTS = "[{ id: good, atSeconds: 0.1, plan: rollout.yaml, release: { version: 1.1.0, sizeBytes: 9000, hardware: door-lock } }]";

const planned = (seed: number) => {
  const { scenario, rolloutPlans } = loadScenario(
    sketchScenario({ devices: 40, attacks: ATTACKS, rollouts: ROLLOUTS, steadySeconds: 5 }).scenario,
  );
  return planRun(scenario, seed, rolloutPlans, true);
};

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

describe("the plan of a run", () => {
  test("is byte for byte the same for the same seed", () => {
    expect(JSON.stringify(planned(5))).toBe(JSON.stringify(planned(5)));
  });

  test("picks other victims, targets and canaries for another seed", () => {
    const [a, b] = [planned(5), planned(6)];
    expect(a.attacks.map(({ thing }) => thing)).not.toEqual(b.attacks.map(({ thing }) => thing));
    expect(a.rollouts[0]?.order.canaries).not.toEqual(b.rollouts[0]?.order.canaries);
    expect(a.devices.map(({ connectAfterMs }) => connectAfterMs)).not.toEqual(b.devices.map(({ connectAfterMs }) => connectAfterMs));
  });

  test("attacks no device twice, no device itself, and makes no canary of an attacked one", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { attacks, rollouts } = planned(seed);
      const victims = attacks.map(({ thing }) => thing);
      expect(new Set(victims).size).toBe(victims.length);
      for (const { thing, targets } of attacks) expect(targets.map((target) => target.thing)).not.toContain(thing);
      for (const { order } of rollouts) expect(order.canaries.filter((canary) => victims.includes(canary))).toEqual([]);
    }
  });
});

describe("two runs", () => {
  test("with the same seed decide the same, however many workers; another seed decides otherwise", async () => {
    const { scenario } = sketchScenario({ devices: 12, steadySeconds: 6, attacks: ATTACKS, rollouts: ROLLOUTS });
    const more = sketchScenario({ devices: 12, steadySeconds: 6, attacks: ATTACKS, rollouts: ROLLOUTS, workers: 2 });
    const [first, second, other] = await Promise.all([
      rehearse(scenario, { stackPath: STACK }),
      rehearse(more.scenario, { stackPath: STACK }),
      rehearse(scenario, { stackPath: STACK, seed: 12 }),
    ]);
    expect(second.decisions).toBe(first.decisions);
    expect(second.quarantined).toEqual(first.quarantined);
    expect(other.decisions).not.toBe(first.decisions);
    expect(first.scenarioHash).toBe(parseScenario(readFileSync(scenario, "utf8"), scenario).hash);
  });
});
