import fc from "fast-check";
import { expect, test } from "vitest";
import { createDetectionEngine } from "../../backend/detection/engine.js";
import type { EngineState } from "../../backend/detection/subject-state.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { Alarm, Detector, FleetEvent } from "../../model/detectors/types.js";
import { at, connectRefused, jobEnded, published, subscribeRefused } from "./events.js";

const thing = fc.constantFrom("lock-1", "lock-2", "hub-3");
const source = fc.constantFrom("192.0.2.1", "192.0.2.2");
const gap = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 60, max: 400, noNaN: true }) },
);

type Step = { readonly gap: number; readonly make: (seconds: number) => FleetEvent | "tick" };
const make: fc.Arbitrary<Step["make"]> = fc.oneof(
  fc.tuple(thing, fc.constantFrom("#", "dt/other/up")).map(
    ([t, f]) =>
      (s: number) =>
        subscribeRefused(s, t, f),
  ),
  fc.tuple(source, fc.constantFrom("tls" as const, "certificate" as const)).map(
    ([from, why]) =>
      (s: number) =>
        connectRefused(s, from, why),
  ),
  fc.tuple(source, fc.nat(8)).map(
    ([from, id]) =>
      (s: number) =>
        connectRefused(s, from, "authorization", `client-${id}`),
  ),
  fc.tuple(thing, fc.integer({ min: 1, max: 200_000 })).map(
    ([t, bytes]) =>
      (s: number) =>
        published(s, t, bytes),
  ),
  thing.map((t) => (s: number) => ({
    type: "connected" as const,
    at: at(s),
    thing: t,
    clientId: t,
    source: "192.0.2.9",
    certificateId: "c",
  })),
  thing.map((t) => (s: number) => jobEnded(s, t, "signature-invalid")),
  fc.constant<Step["make"]>(() => "tick"),
);
const stream = fc.array(fc.record({ gap, make }), { maxLength: 120 }).map((steps) => {
  let seconds = 0;
  return steps.map(({ gap: wait, make: of }) => {
    seconds += wait;
    return { at: at(seconds), what: of(seconds) };
  });
});

/** Every kind of memory there is: exact and bucketed counts, distinct counts, volumes, silences. */
const EVERY: readonly Detector[] = [
  ...DETECTORS,
  ...DETECTORS.filter(({ id }) => id === "foreign-topic-access").map(
    (one): Detector => ({
      ...one,
      id: "many",
      logic: { kind: "count", events: ["subscribe-refused", "published"], count: 65, windowMs: 60_000 },
    }),
  ),
  ...DETECTORS.filter(({ id }) => id === "blocked-reporting").map(
    (one): Detector => ({
      ...one,
      id: "quick-silence",
      logic: { kind: "silence", factor: 2, floorMs: 5_000, learnIntervals: 2 },
    }),
  ),
];

type Stream = readonly { readonly at: number; readonly what: FleetEvent | "tick" }[];

function run(events: Stream, from?: EngineState, detectors = EVERY) {
  const engine = createDetectionEngine(detectors, { ...(from === undefined ? {} : { from }), quietMs: 20_000 });
  const opened = events.flatMap(({ at: now, what }) => [...(what === "tick" ? engine.tick(now) : engine.observe(what))]);
  return { opened, all: engine.alarms(), state: engine.state(), stats: engine.stats() };
}

/** As a table would keep it. */
const stored = (state: EngineState): EngineState => JSON.parse(JSON.stringify(state)) as EngineState;
const lastWord = (...runs: readonly (readonly Alarm[])[]): Record<string, Alarm> =>
  Object.fromEntries(runs.flat().map((alarm) => [alarm.id, alarm]));

test("a stream cut anywhere, its state written down and read again, gives the alarms of one run", () => {
  let alarms = 0;
  fc.assert(
    fc.property(stream, fc.double({ min: 0, max: 1, noNaN: true }), (events, where) => {
      const cut = Math.floor(where * events.length);
      const whole = run(events);
      const first = run(events.slice(0, cut));
      const second = run(events.slice(cut), stored(first.state));
      expect([...first.opened, ...second.opened]).toEqual(whole.opened);
      expect(lastWord(first.all, second.all)).toEqual(lastWord(whole.all));
      expect(second.state).toEqual(whole.state);
      expect(second.stats).toEqual(whole.stats);
      alarms += whole.opened.length;
    }),
    { numRuns: 300, seed: 5 },
  );
  expect(alarms).toBeGreaterThan(200);
});

test("cut after every event it is still the same", () => {
  fc.assert(
    fc.property(stream, (events) => {
      const whole = run(events);
      let state: EngineState | undefined;
      const opened: Alarm[] = [];
      for (const event of events) {
        const step = run([event], state);
        opened.push(...step.opened);
        state = stored(step.state);
      }
      expect(opened).toEqual(whole.opened);
    }),
    { numRuns: 60, seed: 6 },
  );
});

test("what was learned under other settings is left out, and the rest stays", () => {
  const [one, two] = [0, 1].map((s) => ({ at: at(s), what: subscribeRefused(s, "lock-1") }));
  if (one === undefined || two === undefined) throw new Error("no events");
  const state = run([one, two]).state;
  const third = { at: at(2), what: subscribeRefused(2, "lock-1") };
  expect(run([third], state).opened.map(({ detector }) => detector)).toContain("foreign-topic-access");
  const changed = EVERY.map(
    (detector): Detector =>
      detector.id === "foreign-topic-access" && detector.logic.kind === "count"
        ? { ...detector, logic: { ...detector.logic, windowMs: 20_000 } }
        : detector,
  );
  expect(run([third], state, changed).opened.map(({ detector }) => detector)).not.toContain("foreign-topic-access");
});

test("tells when time alone may raise an alarm, and no earlier", () => {
  const events = [0, 1, 2, 3].map((s) => ({ at: at(s), what: published(s, "lock-1", 10) }));
  const connected = {
    at: at(0),
    what: { type: "connected", at: at(0), thing: "lock-1", clientId: "lock-1", source: "s", certificateId: "c" } as const,
  };
  const engine = createDetectionEngine(EVERY, { from: run([connected, ...events]).state });
  const due = engine.dueAt() ?? Number.NaN;
  expect(due).toBe(at(8));
  expect(engine.tick(due)).toEqual([]);
  expect(engine.tick(due + 1).map(({ detector }) => detector)).toEqual(["quick-silence"]);
  expect(engine.dueAt()).toBeUndefined();
});
