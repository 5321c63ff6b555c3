import { describe, expect, test } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import { fleetSize, parseScenario, requireDetectors } from "../../simulator/scenarios/parse.js";

const GOOD = `name: night-watch
seed: 7
backend: { product: smart-home, app: main.ts, account: "123456789012", region: eu-central-1 }
fleet:
  profiles:
    - { name: locks, count: 60, model: lock-1, version: 1.0.0, telemetry: { everySeconds: 10, bytes: 200 } }
    - { name: cameras, count: 40, model: cam-2, version: 2.3.0, telemetry: { everySeconds: 2, bytes: 900, topic: "dt/\${thingName}/video" } }
connect: { rampSeconds: 5, inflight: 20 }
steadySeconds: 40
attacks:
  - id: snooping
    kind: topic-snooping
    atSeconds: 5
    forSeconds: 10
    devices: 3
    expect: [foreign-topic-access]
rollouts:
  - { id: spring, atSeconds: 10, plan: rollout.yaml, release: { version: 1.1.0, sizeBytes: 65536, hardware: lock-1 } }
rolloutTimeScale: 60
thresholds:
  detect_delay{attack:snooping}: ["p(95)<5000"]
  connect_success:
    - { expr: rate>=0.99, obligations: [OBL-IAM-1] }
`;

const failure = (text: string): string => {
  try {
    parseScenario(text, "rehearsal.yaml");
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return `${thrown.code} ${thrown.message}`;
    throw thrown;
  }
  throw new Error("the scenario was accepted");
};

describe("parseScenario", () => {
  test("reads a scenario, fills in what was left out and resolves its thresholds", () => {
    const { scenario, thresholds, hash } = parseScenario(GOOD, "rehearsal.yaml");
    expect(fleetSize(scenario)).toBe(100);
    expect(scenario).toMatchObject({ broker: {}, trust: { eventLoopP99Ms: 200, maxDroppedShare: 0.01 } });
    expect(thresholds).toMatchObject([
      {
        name: "detect_delay",
        tag: { name: "attack", value: "snooping" },
        aggregation: { percentile: 95 },
        operator: "<",
        limit: 5000,
        obligations: [],
      },
      { name: "connect_success", tag: null, aggregation: "rate", operator: ">=", limit: 0.99, obligations: ["OBL-IAM-1"] },
    ]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    [
      "an unknown key",
      GOOD.replace("steadySeconds", "steadySecond"),
      "rehearsal.yaml:9:15: steadySecond: unknown key. Did you mean steadySeconds?",
    ],
    ["a negative rate", GOOD.replace("devices: 3", "devices: 3\n    rate: -5"), "rehearsal.yaml:16:11: attacks[0].rate"],
    ["a zero count", GOOD.replace("count: 60", "count: 0"), "rehearsal.yaml:6:29: fleet.profiles[0].count"],
    [
      "an attack that starts after the end",
      GOOD.replace("atSeconds: 5\n", "atSeconds: 40\n"),
      "rehearsal.yaml:13:16: attacks[0].atSeconds: starts at 40 s, but the steady phase ends at 40 s",
    ],
    ["an attack that outlasts the run", GOOD.replace("forSeconds: 10", "forSeconds: 36"), "attacks[0].forSeconds: lasts until 41 s"],
    [
      "more attacked devices than there are",
      GOOD.replace("devices: 3", "devices: 101"),
      "attacks[0].devices: attacks 101 devices of a fleet of 100",
    ],
    ["a roll-out after the end", GOOD.replace("spring, atSeconds: 10", "spring, atSeconds: 60"), "rollouts[0].atSeconds: starts at 60 s"],
    [
      "a release for hardware nobody has",
      GOOD.replace("hardware: lock-1", "hardware: lock-9"),
      "rollouts[0].release.hardware: no profile has the model lock-9; there are lock-1, cam-2",
    ],
    ["two profiles of one name", GOOD.replace("name: cameras", "name: locks"), "fleet.profiles[1].name: locks is already taken by entry 1"],
    ["no source of the policy", GOOD.replace("app: main.ts, ", ""), "rehearsal.yaml:3:1: backend: expected app or stack"],
    [
      "two sources of the policy",
      GOOD.replace("app: main.ts", "app: main.ts, stack: cdk.tf.json"),
      "backend.stack: expected either app or stack, not both",
    ],
    ["an unknown kind of attack", GOOD.replace("topic-snooping", "teleport"), "rehearsal.yaml:12:11: attacks[0].kind"],
    [
      "a threshold on an unknown metric",
      GOOD.replace("connect_success", "conect_success"),
      "BW_THRESHOLD_INVALID rehearsal.yaml:23:15: threshold conect_success: rate>=0.99: there is no metric conect_success",
    ],
    [
      "a threshold on an attack that is not there",
      GOOD.replace("{attack:snooping}", "{attack:snoping}"),
      "there is no attack snoping; known are snooping",
    ],
    [
      "a threshold that does not parse",
      GOOD.replace("p(95)<5000", "p(95)=5000"),
      "rehearsal.yaml:21:35: threshold detect_delay{attack:snooping}: p(95)=5000: is not an aggregation",
    ],
    ["a detector that cannot be one", GOOD.replace("[foreign-topic-access]", "[Foreign topic]"), "attacks[0].expect[0]"],
    [
      "an obligation that is not in the catalogue",
      GOOD.replace("OBL-IAM-1]", "OBL-IAM-99]"),
      "thresholds.connect_success[0].obligations[0]",
    ],
    ["YAML that is none", GOOD.replace("[foreign-topic-access]", "[foreign-topic-access"), "BW_YAML_INVALID rehearsal.yaml:"],
  ])("refuses %s and names the place", (_, text, message) => {
    expect(failure(text)).toContain(message);
  });

  test("which detectors there are is the stack's to say, and one it lacks is named with its place", () => {
    const own = GOOD.replace("[foreign-topic-access]", "[night-publish]");
    const lacking = (): void => requireDetectors(parseScenario(own, "rehearsal.yaml"), "rehearsal.yaml", ["foreign-topic-access"]);
    expect(lacking).toThrow(
      /rehearsal\.yaml:\d+:\d+: attacks\[0\]\.expect\[0\]: the stack has no detector night-publish; it has foreign-topic-access/,
    );
    expect(() => requireDetectors(parseScenario(own, "rehearsal.yaml"), "rehearsal.yaml", ["night-publish"])).not.toThrow();
    const threshold = GOOD.replace('detect_delay{attack:snooping}: ["p(95)<5000"]', 'alarms{detector:night-publish}: ["count>=1"]');
    const counted = (known: readonly string[]) => () =>
      requireDetectors(parseScenario(threshold, "rehearsal.yaml"), "rehearsal.yaml", known);
    expect(counted(["foreign-topic-access"])).toThrow("there is no detector night-publish; known are foreign-topic-access");
    expect(counted(["foreign-topic-access", "night-publish"])).not.toThrow();
  });

  test("the hash follows the meaning: neither comments, order nor seed change it, any figure does", () => {
    const { hash } = parseScenario(GOOD, "a.yaml");
    const same = `# tonight\n${GOOD.replace("seed: 7", "seed: 8").replace("rampSeconds: 5, inflight: 20", "inflight: 20, rampSeconds: 5.0")}`;
    expect(parseScenario(same, "b.yaml").hash).toBe(hash);
    expect(parseScenario(GOOD.replace("bytes: 900", "bytes: 901"), "a.yaml").hash).not.toBe(hash);
  });
});
