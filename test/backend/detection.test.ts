import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDetectionEngine } from "../../backend/detection/engine.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { Alarm, Detector, FleetEvent } from "../../model/detectors/types.js";
import { REASON_CODES } from "../../model/firmware/manifest.js";
import { OBLIGATIONS } from "../../model/obligations/catalogue.js";
import { at, connectRefused, jobEnded, published, subscribeRefused } from "./events.js";

const shipped = (id: string): Detector => {
  const detector = DETECTORS.find((candidate) => candidate.id === id);
  if (detector === undefined) throw new Error(`no detector ${id}`);
  return detector;
};

function feed(detectors: readonly Detector[], events: readonly FleetEvent[]): { opened: Alarm[]; all: readonly Alarm[] } {
  const engine = createDetectionEngine(detectors);
  const opened = events.flatMap((event) => [...engine.observe(event)]);
  return { opened, all: engine.alarms() };
}

const ids = (alarms: readonly Alarm[]): string[] => alarms.map((alarm) => alarm.id);

describe("counting detectors", () => {
  test("the third refused topic within ten seconds raises the alarm, at once and once", () => {
    const { opened, all } = feed(
      [shipped("foreign-topic-access")],
      [0, 2, 4, 5, 6].map((s) => subscribeRefused(s, "lock-1")),
    );
    expect(ids(opened)).toEqual(["foreign-topic-access:lock-1:1"]);
    expect(opened[0]).toMatchObject({
      detector: "foreign-topic-access",
      severity: "high",
      thing: "lock-1",
      firstSeen: at(0),
      at: at(4),
      observed: 3,
      expected: "fewer than 3 in 10 s",
      windowMs: 10_000,
    });
    expect(opened[0]?.evidence).toHaveLength(3);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ at: at(6), observed: 3 });
    expect(all[0]?.evidence).toHaveLength(5);
  });

  test("three refusals that do not fit into ten seconds do not", () => {
    expect(
      feed(
        [shipped("foreign-topic-access")],
        [0, 5, 10].map((s) => subscribeRefused(s, "lock-1")),
      ).opened,
    ).toEqual([]);
    expect(
      feed(
        [shipped("foreign-topic-access")],
        [0.1, 5, 10].map((s) => subscribeRefused(s, "lock-1")),
      ).opened,
    ).toHaveLength(1);
  });

  test("refusals of different things do not add up", () => {
    expect(
      feed(
        [shipped("foreign-topic-access")],
        [0, 1, 2, 3].map((s) => subscribeRefused(s, `lock-${s}`)),
      ).opened,
    ).toEqual([]);
  });

  test("a refusal for another reason does not count", () => {
    expect(
      feed(
        [shipped("foreign-topic-access")],
        [0, 1, 2].map((s) => subscribeRefused(s, "lock-1", "a", "limit")),
      ).opened,
    ).toEqual([]);
  });

  test("an episode ends after a minute without a matching event, and the next one has a new number", () => {
    const burst = (from: number) => [0, 1, 2].map((s) => subscribeRefused(from + s, "lock-1"));
    expect(ids(feed([shipped("foreign-topic-access")], [...burst(0), ...burst(30), ...burst(200)]).opened)).toEqual([
      "foreign-topic-access:lock-1:1",
      "foreign-topic-access:lock-1:2",
    ]);
  });

  test.each(["#", "+/+/up", "$SYS/#", "$aws/things/+/shadow/update"])("one refused fleet-wide filter (%s) is enough", (filter) => {
    expect(feed([shipped("wide-subscription")], [subscribeRefused(0, "lock-1", filter)]).opened).toHaveLength(1);
  });

  test.each(["dt/other/up", "dt/+/up", "$aws/things/lock-2/jobs/notify", "lock/#"])(
    "a refused filter of narrower reach (%s) is not",
    (filter) => {
      expect(feed([shipped("wide-subscription")], [subscribeRefused(0, "lock-1", filter)]).opened).toEqual([]);
    },
  );

  test("ten failed handshakes from one address are a brute force, nine are not", () => {
    const tries = (count: number) =>
      Array.from({ length: count }, (_, i) => connectRefused(i / 2, "198.51.100.9", i % 2 === 0 ? "tls" : "certificate"));
    expect(feed([shipped("credential-brute-force")], tries(9)).opened).toEqual([]);
    expect(feed([shipped("credential-brute-force")], tries(10)).opened).toMatchObject([{ source: "198.51.100.9", severity: "high" }]);
  });

  test("an address that tries five names is spraying, one that tries the same name fifty times is not", () => {
    const spray = [0, 1, 2, 3, 4].map((s) => connectRefused(s, "198.51.100.9", "authorization", `lock-${s}`));
    const retry = Array.from({ length: 50 }, (_, i) => connectRefused(i / 2, "198.51.100.9", "authorization", "lock-1"));
    expect(feed([shipped("identity-spray")], spray).opened).toHaveLength(1);
    expect(feed([shipped("identity-spray")], retry).opened).toEqual([]);
  });

  test("counts beyond the exact range never take in what is older than the window", () => {
    const many: Detector = {
      ...shipped("foreign-topic-access"),
      id: "many",
      logic: { kind: "count", events: ["subscribe-refused"], count: 100, windowMs: 10_000 },
    };
    const every = (gap: number, count: number) => Array.from({ length: count }, (_, i) => subscribeRefused(i * gap, "lock-1"));
    expect(feed([many], every(0.11, 1000)).opened).toEqual([]);
    expect(feed([many], every(0.09, 1000)).opened).toHaveLength(1);
    expect(feed([many], every(0.01, 99)).opened).toEqual([]);
  });

  test("a record that arrives late does not turn time back", () => {
    const events = [subscribeRefused(5, "lock-1"), subscribeRefused(6, "lock-1"), subscribeRefused(4, "lock-1")];
    expect(feed([shipped("foreign-topic-access")], events).opened).toMatchObject([{ at: at(6), firstSeen: at(5) }]);
  });

  test("what a client writes into a topic cannot forge a line of evidence", () => {
    const [alarm] = feed(
      [shipped("wide-subscription")],
      [subscribeRefused(0, "lock-1", `#\n2026-01-01 all well${"x".repeat(5000)}`), subscribeRefused(1, "lock-1", "#")],
    ).opened;
    expect(alarm?.evidence.join("")).not.toContain("\n");
    const [long] = feed(
      [{ ...shipped("wide-subscription"), logic: { kind: "count", events: ["subscribe-refused"], count: 1, windowMs: 1000 } }],
      [subscribeRefused(0, "lock-1", `#\n${"x".repeat(5000)}`)],
    ).opened;
    expect(long?.evidence[0]).toContain("\\u000a");
    expect(long?.evidence[0]?.length).toBeLessThan(200);
  });
});

describe("volume detectors", () => {
  const steady = (thing: string, from: number, to: number, bytes: number, every = 1) =>
    Array.from({ length: Math.floor((to - from) / every) }, (_, i) => published(from + i * every, thing, bytes));
  const exfiltration = shipped("exfiltration-volume");

  test("a burst far above a device's own habit is an alarm before its window ends", () => {
    const { opened } = feed([exfiltration], [...steady("cam-1", 0, 60, 200), ...steady("cam-1", 60, 70, 50_000)]);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ thing: "cam-1", metric: "published bytes", expected: "at most 65536 bytes in 10 s" });
    expect(opened[0]?.at).toBe(at(61));
  });

  test("the same volume is no alarm for a device that always sends so much", () => {
    expect(feed([exfiltration], steady("cam-1", 0, 300, 50_000)).opened).toEqual([]);
  });

  test("a burst below the floor is no alarm however unusual", () => {
    expect(feed([exfiltration], [...steady("lock-1", 0, 60, 20), ...steady("lock-1", 60, 70, 5000)]).opened).toEqual([]);
  });

  test("nothing is said while the habit is unknown", () => {
    expect(feed([exfiltration], [...steady("cam-1", 0, 15, 200), ...steady("cam-1", 15, 25, 50_000)]).opened).toEqual([]);
  });

  test("one attack is one alarm, with the highest reading", () => {
    const { all } = feed(
      [exfiltration],
      [...steady("cam-1", 0, 60, 200), ...steady("cam-1", 60, 120, 50_000), ...steady("cam-1", 120, 180, 200)],
    );
    expect(all).toHaveLength(1);
    expect(all[0]?.observed).toBeGreaterThan(450_000);
  });

  test("a lasting change is learned: the new level is no alarm an hour later", () => {
    const { all } = feed(
      [exfiltration],
      [...steady("cam-1", 0, 60, 200), ...steady("cam-1", 60, 3600, 50_000), ...steady("cam-1", 3800, 4200, 50_000)],
    );
    expect(all).toHaveLength(1);
  });

  test("one enormous burst does not teach the habit to overlook the next", () => {
    const { all } = feed(
      [exfiltration],
      [
        ...steady("cam-1", 0, 60, 200),
        ...steady("cam-1", 60, 70, 5_000_000),
        ...steady("cam-1", 70, 200, 200),
        ...steady("cam-1", 200, 210, 50_000),
      ],
    );
    expect(all.map((alarm) => alarm.id)).toEqual(["exfiltration-volume:cam-1:1", "exfiltration-volume:cam-1:2"]);
  });

  test("one thing's habit does not colour another's", () => {
    const { opened } = feed(
      [exfiltration],
      [...steady("cam-1", 0, 60, 50_000), ...steady("cam-2", 0, 60, 200), ...steady("cam-2", 60, 70, 50_000)].sort((a, b) => a.at - b.at),
    );
    expect(opened.map((alarm) => alarm.thing)).toEqual(["cam-2"]);
  });

  test("a flood of small messages is seen by their number", () => {
    const { opened } = feed(
      [shipped("message-flood"), exfiltration],
      [...steady("lock-1", 0, 60, 20), ...steady("lock-1", 60, 65, 20, 0.005)],
    );
    expect(opened.map((alarm) => alarm.detector)).toEqual(["message-flood"]);
  });

  test("seeded noise around a habit gives no alarm in ten thousand windows", () => {
    let state = 42;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const events = Array.from({ length: 100_000 }, (_, i) =>
      published(i, "cam-1", Math.round(8000 + 6000 * random() + (random() < 0.05 ? 20_000 : 0))),
    );
    expect(feed([exfiltration], events).opened).toEqual([]);
  });
});

describe("other detectors", () => {
  test("a device that refuses a forged image raises a critical alarm", () => {
    expect(feed(DETECTORS, [jobEnded(0, "lock-1", "signature-invalid")]).opened).toMatchObject([
      { detector: "rogue-firmware", severity: "critical", thing: "lock-1" },
    ]);
  });

  test("an everyday failure of an update raises none", () => {
    for (const code of ["self-test-failed", "download-failed", "already-installed", "wrong-hardware", "nonsense"])
      expect(feed(DETECTORS, [jobEnded(0, "lock-1", code)]).opened).toEqual([]);
  });

  test("a connected thing that falls silent is told by time; one that disconnects is not", () => {
    const engine = createDetectionEngine([shipped("blocked-reporting")]);
    for (const thing of ["quiet", "gone"]) for (let s = 0; s < 600; s += 30) engine.observe(published(s, thing, 10));
    engine.observe({ type: "disconnected", at: at(600), thing: "gone", clientId: "gone", reason: "client" });
    expect(engine.tick(at(800))).toEqual([]);
    expect(engine.tick(at(900))).toMatchObject([
      { thing: "quiet", firstSeen: at(570), metric: "seconds since the last message", observed: 330 },
    ]);
    expect(engine.tick(at(1000))).toEqual([]);
    expect(engine.alarms()).toMatchObject([{ observed: 430 }]);
    engine.observe(published(1001, "quiet", 10));
    expect(engine.tick(at(1100))).toEqual([]);
  });

  test("a thing with a slow rhythm is given its time", () => {
    const engine = createDetectionEngine([shipped("blocked-reporting")]);
    for (let s = 0; s < 12_000; s += 600) engine.observe(published(s, "meter", 10));
    expect(engine.tick(at(11_400 + 2900))).toEqual([]);
    expect(engine.tick(at(11_400 + 3100))).toHaveLength(1);
  });
});

describe("the engine", () => {
  const anyEvent: fc.Arbitrary<FleetEvent> = fc.oneof(
    fc
      .record({ s: fc.nat(400), thing: fc.constantFrom("a", "b", "__proto__"), filter: fc.constantFrom("#", "dt/x", "$SYS/#") })
      .map(({ s, thing, filter }) => subscribeRefused(s, thing, filter)),
    fc
      .record({
        s: fc.nat(400),
        source: fc.constantFrom("s1", "s2"),
        reason: fc.constantFrom("tls" as const, "authorization" as const),
        id: fc.constantFrom("1", "2", "3", "4"),
      })
      .map(({ s, source, reason, id }) => connectRefused(s, source, reason, id)),
    fc
      .record({ s: fc.nat(400), thing: fc.constantFrom("a", "b"), bytes: fc.constantFrom(10, 100, 1000, 90_000) })
      .map(({ s, thing, bytes }) => published(s, thing, bytes)),
    fc
      .record({ s: fc.nat(400), thing: fc.constantFrom("a", "b"), code: fc.constantFrom(...REASON_CODES) })
      .map(({ s, thing, code }) => jobEnded(s, thing, code)),
  );
  const stream = fc.array(anyEvent, { maxLength: 150 }).map((events) => events.toSorted((a, b) => a.at - b.at));

  test("the same events give byte-identical alarms", () => {
    const run = (events: readonly FleetEvent[]): string => JSON.stringify(feed(DETECTORS, events));
    fc.assert(
      fc.property(stream, (events) => {
        const first = run(events);
        expect(run(structuredClone(events))).toBe(first);
      }),
    );
  });

  test("detectors do not influence one another", () => {
    fc.assert(
      fc.property(stream, (events) => {
        const together = ids(feed(DETECTORS, events).all).sort();
        expect(together).toEqual(DETECTORS.flatMap((detector) => ids(feed([detector], events).all)).sort());
      }),
    );
  });

  test("a stricter threshold never adds alarms, and never makes one earlier", () => {
    const weaker = (detector: Detector, by: number): Detector => {
      const { logic } = detector;
      if (logic.kind === "count") return { ...detector, logic: { ...logic, count: Math.max(1, logic.count - by) } };
      if (logic.kind === "volume")
        return { ...detector, logic: { ...logic, sigmas: logic.sigmas - by, factor: logic.factor - by, floor: logic.floor / (1 + by) } };
      return detector;
    };
    fc.assert(
      fc.property(stream, fc.integer({ min: 1, max: 3 }), (events, by) => {
        for (const detector of DETECTORS) {
          const strict = feed([detector], events).opened;
          const loose = feed([weaker(detector, by)], events).opened;
          expect(loose.length).toBeGreaterThanOrEqual(strict.length);
          strict.forEach((alarm) => {
            expect(loose.some((other) => other.at <= alarm.at)).toBe(true);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test("sources an attacker makes up do not fill the memory, and the loss is counted", () => {
    const engine = createDetectionEngine([shipped("credential-brute-force")], { maxSubjects: 100 });
    for (let i = 0; i < 5000; i++) engine.observe(connectRefused(i / 1000, `2001:db8::${i.toString(16)}`, "tls"));
    expect(engine.stats()).toMatchObject({ events: 5000, subjects: 100, shed: 4900 });
  });

  test("idle sources are forgotten by time alone", () => {
    const engine = createDetectionEngine([shipped("credential-brute-force")]);
    engine.observe(connectRefused(0, "s", "tls"));
    engine.tick(at(59));
    expect(engine.stats().subjects).toBe(1);
    engine.tick(at(61));
    expect(engine.stats().subjects).toBe(0);
  });

  test("an alarm handed out does not change afterwards", () => {
    const engine = createDetectionEngine([shipped("foreign-topic-access")]);
    const [alarm] = [0, 1, 2].flatMap((s) => engine.observe(subscribeRefused(s, "lock-1")));
    const before = JSON.stringify(alarm);
    engine.observe(subscribeRefused(3, "lock-1"));
    expect(JSON.stringify(alarm)).toBe(before);
  });

  test("takes a hundred thousand events in a second of processor time", () => {
    const engine = createDetectionEngine(DETECTORS);
    const things = Array.from({ length: 1000 }, (_, i) => `lock-${i}`);
    const started = process.cpuUsage();
    for (let i = 0; i < 100_000; i++)
      engine.observe({ type: "published", at: at(0) + i / 10, thing: things[i % 1000] ?? "", topic: "dt/x/up", bytes: 200 });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});

describe("the catalogue", () => {
  test("every detector says what to do, names techniques and known obligations, and has an id of its own", () => {
    const known = new Set<string>(OBLIGATIONS.map((obligation) => obligation.id));
    expect(new Set(DETECTORS.map((detector) => detector.id)).size).toBe(DETECTORS.length);
    for (const detector of DETECTORS) {
      expect(detector.runbook.length).toBeGreaterThan(60);
      expect(detector.techniques.length).toBeGreaterThan(0);
      for (const technique of detector.techniques) expect(technique.id).toMatch(/^T\d{4}(\.\d{3})?$/);
      expect(detector.obligations.filter((id) => !known.has(id))).toEqual([]);
    }
  });

  test("T0806 Brute Force I/O is never taken for credential brute force", () => {
    expect(DETECTORS.flatMap((detector) => detector.techniques.map((technique) => technique.id))).not.toContain("T0806");
  });

  test("quarantine is asked for only where the subject is a thing", () => {
    for (const detector of DETECTORS) if (detector.response === "quarantine") expect(detector.subject).toBe("thing");
    for (const detector of DETECTORS) if (detector.response === "block-source") expect(detector.subject).toBe("source");
  });
});
