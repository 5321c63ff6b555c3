import { canonicalJson } from "../../model/canonical-json.js";
import type { Alarm, Detector, Millis } from "../../model/detectors/types.js";
import { type CountState, type CountWindow, createCountWindow, hash53 } from "./count-window.js";
import { createSilenceWatch, type SilenceState, type SilenceWatch } from "./silence-watch.js";
import { createVolumeBaseline, type VolumeBaseline, type VolumeState } from "./volume-baseline.js";

export type MutableAlarm = { -readonly [K in keyof Alarm]: Alarm[K] };

/** What one detector knows of one subject. */
export interface SubjectState {
  readonly count: CountWindow | undefined;
  readonly volume: VolumeBaseline | undefined;
  readonly silence: SilenceWatch | undefined;
  /** Time of the last matching event; for volumes the last one well above the habit, for silences the last message. */
  lastActive: Millis;
  lastSeen: Millis;
  episodeStart: Millis;
  evidence: string[];
  alarm: MutableAlarm | undefined;
}

/** The same as plain JSON. */
interface SubjectRecord {
  readonly count?: CountState;
  readonly volume?: VolumeState;
  readonly silence?: SilenceState;
  /** Null: never. */
  readonly lastActive: Millis | null;
  readonly lastSeen: Millis;
  readonly episodeStart: Millis;
  readonly evidence: readonly string[];
  readonly alarm?: Alarm;
}

/** All an engine remembers. The order of subjects is that of their first event: the longest known is the first to be forgotten. */
export interface EngineState {
  readonly schema: "bulwark.detection-state/1";
  readonly events: number;
  readonly shed: number;
  readonly detectors: readonly {
    readonly id: string;
    /** Of the settings it was learned under: a window of other length would read the numbers as something else. */
    readonly logic: string;
    readonly subjects: readonly (readonly [subject: string, state: SubjectRecord])[];
    /** Alarms opened so far, by subject; the next one's number follows from it. */
    readonly episodes: readonly (readonly [subject: string, count: number])[];
  }[];
}

export const fingerprint = ({ logic }: Detector): string => hash53(canonicalJson(logic)).toString(36);

/** All members always, in one order: objects of one shape are what keeps the path of a message fast. */
export function freshState({ logic }: Detector, at: Millis): SubjectState {
  return {
    count: logic.kind === "count" ? createCountWindow(logic.count, logic.windowMs, logic.distinct !== undefined) : undefined,
    volume: logic.kind === "volume" ? createVolumeBaseline(logic) : undefined,
    silence: logic.kind === "silence" ? createSilenceWatch(logic) : undefined,
    lastActive: Number.NEGATIVE_INFINITY,
    lastSeen: at,
    episodeStart: at,
    evidence: [],
    alarm: undefined,
  };
}

export function stateOf({ count, volume, silence, lastActive, lastSeen, episodeStart, evidence, alarm }: SubjectState): SubjectRecord {
  return {
    ...(count === undefined ? {} : { count: count.state() }),
    ...(volume === undefined ? {} : { volume: volume.state() }),
    ...(silence === undefined ? {} : { silence: silence.state() }),
    lastActive: Number.isFinite(lastActive) ? lastActive : null,
    lastSeen,
    episodeStart,
    evidence: [...evidence],
    ...(alarm === undefined ? {} : { alarm: { ...alarm, evidence: [...alarm.evidence] } }),
  };
}

export function restoredState({ logic }: Detector, record: SubjectRecord): SubjectState {
  const evidence = [...record.evidence];
  return {
    count: logic.kind === "count" ? createCountWindow(logic.count, logic.windowMs, logic.distinct !== undefined, record.count) : undefined,
    volume: logic.kind === "volume" ? createVolumeBaseline(logic, record.volume) : undefined,
    silence: logic.kind === "silence" ? createSilenceWatch(logic, record.silence) : undefined,
    lastActive: record.lastActive ?? Number.NEGATIVE_INFINITY,
    lastSeen: record.lastSeen,
    episodeStart: record.episodeStart,
    evidence,
    // An open alarm shares the evidence of its episode, as it did where it was opened.
    alarm: record.alarm === undefined ? undefined : { ...record.alarm, evidence },
  };
}
