import type { Alarm, Detector, FleetEvent, FleetEventType, Millis } from "../../model/detectors/types.js";
import { compileGlob, matchGlob } from "../../model/iot-policy/glob.js";
import { describeEvent, expectation, metricName } from "./describe.js";
import type { SilenceWatch } from "./silence-watch.js";
import {
  type EngineState,
  fingerprint,
  freshState,
  type MutableAlarm,
  restoredState,
  type SubjectState,
  stateOf,
} from "./subject-state.js";

export interface DetectionEngine {
  /** Takes one event and returns the alarms it opened (mostly none). An episode that goes on changes its alarm in place; see `alarms`. */
  observe(event: FleetEvent): readonly Alarm[];
  /** Lets time pass: forgets subjects that have been idle. Returns the alarms that time alone opened (a device that fell silent, see `silence`). */
  tick(now: Millis): readonly Alarm[];
  /** Every alarm so far as it stands now, in the order of opening. */
  alarms(): readonly Alarm[];
  stats(): DetectionStats;
  /** All it remembers, as plain JSON, to go on elsewhere (see `from`); the next event gives the same alarms there as here. */
  state(): EngineState;
  /** The earliest moment at which `tick` may open an alarm if nothing more comes; undefined when there is none. */
  dueAt(): Millis | undefined;
}

export interface DetectionStats {
  readonly events: number;
  /** Pairs of detector and subject with state in memory. */
  readonly subjects: number;
  /** States thrown out because there were too many subjects: each may have hidden an attack. */
  readonly shed: number;
}

export interface DetectionOptions {
  /** Milliseconds without a matching event after which an episode is over. Default 60,000. */
  readonly quietMs?: Millis;
  /** Subjects remembered per detector; beyond it the longest known is forgotten. Sources are chosen by attackers, so there must be a bound. Default 200,000. */
  readonly maxSubjects?: number;
  /** What an earlier engine remembered. What a detector of other settings learned is left out. Alarms still open then are among `alarms`. */
  readonly from?: EngineState;
}

const NO_ALARMS: readonly Alarm[] = [];
const EVIDENCE_LIMIT = 5;
/** A counting window is forgotten when it has been idle for this many windows, and for the quiet time. */
const IDLE_WINDOWS = 2;

interface RunningDetector {
  readonly detector: Detector;
  readonly matches: (event: FleetEvent) => boolean;
  readonly subjects: Map<string, SubjectState>;
  readonly episodes: Map<string, number>;
}

const EVENTS_OF_KIND = {
  volume: ["published"],
  silence: ["published", "connected", "disconnected"],
  "job-reason": ["job-execution"],
} as const satisfies Record<string, readonly FleetEventType[]>;

/**
 * Runs detectors over the events of a fleet. Pure: time comes with the events, and the same events give the same alarms.
 *
 * An episode is a run of matching events without a gap of `quietMs`, whatever the threshold; each holds at most one alarm. Because the cut does
 * not depend on the threshold, a stricter one can only take alarms away (merging by the gaps between alarms would not have that property).
 */
export function createDetectionEngine(detectors: readonly Detector[], options: DetectionOptions = {}): DetectionEngine {
  const quietMs = options.quietMs ?? 60_000;
  const maxSubjects = options.maxSubjects ?? 200_000;
  const running = detectors.map((detector) => start(detector, options.from));
  const byEvent = new Map<FleetEventType, RunningDetector[]>();
  for (const one of running) {
    for (const type of eventTypes(one.detector)) byEvent.set(type, [...(byEvent.get(type) ?? []), one]);
  }
  const opened: MutableAlarm[] = running.flatMap(({ subjects }) => [...subjects.values()].flatMap(({ alarm }) => alarm ?? []));
  let events = options.from?.events ?? 0;
  let shed = options.from?.shed ?? 0;

  function observe(event: FleetEvent): readonly Alarm[] {
    events++;
    let alarms: Alarm[] | undefined;
    const interested = byEvent.get(event.type);
    if (interested === undefined) return NO_ALARMS;
    for (const one of interested) {
      if (!one.matches(event)) continue;
      const subject = subjectOf(one.detector, event);
      if (subject === undefined) continue;
      const alarm = advance(one, subject, event);
      if (alarm === undefined) continue;
      alarms ??= [];
      alarms.push(copyOf(alarm));
    }
    return alarms ?? NO_ALARMS;
  }

  function advance(one: RunningDetector, subject: string, event: FleetEvent): Alarm | undefined {
    const { detector } = one;
    const state = one.subjects.get(subject) ?? remember(one, subject, event.at);
    // Several workers report: a record may come late, and time must not run backwards inside a window.
    const at = Math.max(event.at, state.lastSeen);
    state.lastSeen = at;
    if (state.silence !== undefined) {
      if (event.type === "published") {
        state.alarm = undefined;
        state.lastActive = at;
      }
      state.silence.observe(event, at);
      return undefined;
    }
    const reading = read(detector, state, event, at);
    if (reading === undefined) return undefined;
    if (at - state.lastActive >= quietMs) {
      state.alarm = undefined;
      state.evidence = [];
      state.episodeStart = at;
    }
    state.lastActive = at;
    if (state.evidence.length < EVIDENCE_LIMIT) state.evidence.push(describeEvent(event));
    if (state.alarm !== undefined) {
      state.alarm.at = at;
      state.alarm.observed = Math.max(state.alarm.observed, reading.observed);
      return undefined;
    }
    if (!reading.alarming) return undefined;
    state.alarm = open(one, subject, whoOf(event), state, reading);
    return state.alarm;
  }

  function remember(one: RunningDetector, subject: string, at: Millis): SubjectState {
    if (one.subjects.size >= maxSubjects) {
      for (const oldest of one.subjects.keys()) {
        one.subjects.delete(oldest);
        shed++;
        break;
      }
    }
    const state = freshState(one.detector, at);
    one.subjects.set(subject, state);
    return state;
  }

  function open(
    one: RunningDetector,
    subject: string,
    who: Pick<Alarm, "thing" | "source">,
    state: SubjectState,
    reading: Reading,
  ): MutableAlarm {
    const { detector } = one;
    const episode = (one.episodes.get(subject) ?? 0) + 1;
    one.episodes.set(subject, episode);
    const alarm: MutableAlarm = {
      id: `${detector.id}:${subject}:${episode}`,
      detector: detector.id,
      severity: detector.severity,
      ...who,
      firstSeen: state.episodeStart,
      at: state.lastSeen,
      metric: metricName(detector),
      observed: reading.observed,
      expected: expectation(detector, reading.limit),
      windowMs: windowOf(detector),
      // Shared with the state: what an episode goes on to show is added to its alarm, up to the limit.
      evidence: state.evidence,
    };
    opened.push(alarm);
    return alarm;
  }

  function tick(now: Millis): readonly Alarm[] {
    const alarms: Alarm[] = [];
    for (const one of running) {
      const idleMs = Math.max(quietMs, IDLE_WINDOWS * windowOf(one.detector));
      for (const [subject, state] of one.subjects) {
        const alarm = state.silence === undefined ? undefined : fallenSilent(one, subject, state, state.silence, now);
        if (alarm !== undefined) alarms.push(copyOf(alarm));
        // A counting window that has been idle holds nothing; a habit took time to learn and is kept.
        if (state.count !== undefined && now - state.lastSeen >= idleMs) one.subjects.delete(subject);
      }
    }
    return alarms;
  }

  function fallenSilent(one: RunningDetector, subject: string, state: SubjectState, watch: SilenceWatch, now: Millis): Alarm | undefined {
    const reading = watch.check(now);
    if (reading === undefined) return undefined;
    if (state.alarm !== undefined) {
      state.alarm.at = now;
      state.alarm.observed = reading.observed;
      return undefined;
    }
    state.episodeStart = state.lastActive;
    state.evidence = [`${new Date(state.lastActive).toISOString()} last message`];
    state.lastSeen = Math.max(state.lastSeen, now);
    state.alarm = open(one, subject, { thing: subject }, state, reading);
    return state.alarm;
  }

  return {
    observe,
    tick,
    alarms: () => opened.map(copyOf),
    stats: () => ({ events, shed, subjects: running.reduce((sum, one) => sum + one.subjects.size, 0) }),
    state: () => ({
      schema: "bulwark.detection-state/1",
      events,
      shed,
      detectors: running.map(({ detector, subjects, episodes }) => ({
        id: detector.id,
        logic: fingerprint(detector),
        subjects: [...subjects].map(([subject, state]) => [subject, stateOf(state)]),
        episodes: [...episodes],
      })),
    }),
    dueAt() {
      const times = running.flatMap(({ subjects }) =>
        [...subjects.values()].flatMap(({ silence, alarm }) => (alarm ? [] : (silence?.dueAt() ?? []))),
      );
      return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
    },
  };
}

function whoOf(event: FleetEvent): Pick<Alarm, "thing" | "source"> {
  const thing = "thing" in event ? event.thing : undefined;
  const source = "source" in event ? event.source : undefined;
  return { ...(thing === undefined ? {} : { thing }), ...(source === undefined ? {} : { source }) };
}

function copyOf(alarm: Alarm): Alarm {
  return { ...alarm, evidence: [...alarm.evidence] };
}

interface Reading {
  readonly observed: number;
  readonly limit: number;
  readonly alarming: boolean;
}

/** What the detector reads off this event; undefined when there is nothing out of the ordinary. */
function read(detector: Detector, state: SubjectState, event: FleetEvent, at: Millis): Reading | undefined {
  const { logic } = detector;
  if (logic.kind === "job-reason") return { observed: 1, limit: 0, alarming: true };
  if (logic.kind === "count") {
    const value = "clientId" in event ? (event.clientId ?? "") : "";
    const observed = state.count?.add(at, value) ?? 0;
    return { observed, limit: logic.count, alarming: observed >= logic.count };
  }
  if (event.type !== "published" || logic.kind !== "volume") return undefined;
  const reading = state.volume?.add(at, logic.measure === "bytes" ? event.bytes : 1);
  return reading?.elevated === true ? reading : undefined;
}

function start(detector: Detector, from: EngineState | undefined): RunningDetector {
  const logic = fingerprint(detector);
  const known = from?.detectors.find((one) => one.id === detector.id && one.logic === logic);
  return {
    detector,
    matches: matcherOf(detector),
    subjects: new Map(known?.subjects.map(([subject, state]) => [subject, restoredState(detector, state)])),
    episodes: new Map(known?.episodes),
  };
}

function matcherOf({ logic }: Detector): (event: FleetEvent) => boolean {
  if (logic.kind === "volume" || logic.kind === "silence") return () => true;
  if (logic.kind === "job-reason") {
    const codes = new Set(logic.reasonCodes);
    return (event) => event.type === "job-execution" && event.reasonCode !== undefined && codes.has(event.reasonCode);
  }
  const reasons: ReadonlySet<string> | undefined = logic.reasons === undefined ? undefined : new Set(logic.reasons);
  const topics = logic.topics?.map(compileGlob);
  return (event) => {
    if (reasons !== undefined && !("reason" in event && reasons.has(event.reason))) return false;
    if (topics === undefined) return true;
    const name = "topic" in event ? event.topic : "filter" in event ? event.filter : undefined;
    return name !== undefined && topics.some((topic) => matchGlob(topic, name));
  };
}

export function eventTypes({ logic }: Detector): readonly FleetEventType[] {
  return logic.kind === "count" ? logic.events : EVENTS_OF_KIND[logic.kind];
}

function windowOf({ logic }: Detector): Millis {
  if (logic.kind === "silence") return logic.floorMs;
  return logic.kind === "job-reason" ? 0 : logic.windowMs;
}

export function subjectOf(detector: Detector, event: FleetEvent): string | undefined {
  if (detector.subject === "source") return "source" in event ? event.source : undefined;
  return "thing" in event ? event.thing : undefined;
}
