import type { AlarmDetail } from "../outputs/alarm.js";
import type { Alarm, Detector } from "./types.js";

/** `bulwark.alarm/1`: the detail of an alarm on the event bus. */
export type AlarmEvent = AlarmDetail;

/**
 * An alarm as others are told of it: with what to do about it and a key that is never used twice. The alarm's own id starts to count anew when a
 * subject has been idle long enough to be forgotten; with the time its episode began it is unique.
 */
export function alarmEvent(product: string, alarm: Alarm, detectors: readonly Detector[]): AlarmEvent {
  const detector = detectors.find(({ id }) => id === alarm.detector);
  return {
    schema: "bulwark.alarm/1",
    product,
    key: `${alarm.id}@${new Date(alarm.firstSeen).toISOString()}`,
    response: detector?.response ?? "notify",
    title: detector?.title ?? alarm.detector,
    runbook: detector?.runbook ?? "",
    alarm: { ...alarm, evidence: [...alarm.evidence] },
  };
}
