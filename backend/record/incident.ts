import type { Alarm, Millis } from "../../model/detectors/types.js";
import { SEVERITIES, type Severity } from "../../model/finding.js";
import type { Incident, IncidentStep, TimelineEntry } from "../../model/incident/incident.js";
import type { ResponseAction } from "../response/responder.js";

export interface NewEntry {
  /** When it happened. */
  readonly at: Millis;
  readonly step: IncidentStep;
  readonly source: string;
  readonly text: string;
  /** Default false. */
  readonly judgement?: boolean;
}

/**
 * Opens an incident from the alarms that belong to it: when it began and when it was detected go into the timeline as facts. When the provider
 * became *aware* is a person's decision and starts the reporting clocks; it is not guessed here (see `suggestedAwareness`).
 *
 * @param alarms at least one; an incident without any is a caller's error and gives undefined
 */
export function openIncident(id: string, alarms: readonly Alarm[], now: Millis): Incident | undefined {
  const [first] = alarms;
  if (first === undefined) return undefined;
  const began = alarms.reduce((earliest, alarm) => (alarm.firstSeen < earliest.firstSeen ? alarm : earliest), first);
  const empty: Incident = {
    id,
    severity: gravest(alarms.map((alarm) => alarm.severity)),
    title: [...new Set(alarms.map((alarm) => alarm.detector))].join(", "),
    alarms: alarms.map((alarm) => alarm.id),
    things: distinct(alarms.map((alarm) => alarm.thing)),
    sources: distinct(alarms.map((alarm) => alarm.source)),
    timeline: [],
  };
  const opened = addEntry(
    empty,
    { at: began.firstSeen, step: "occurred", source: began.detector, text: "first event of the episode" },
    now,
  );
  return alarms.reduce((incident, alarm) => addEntry(incident, detection(alarm), now), opened);
}

/** Adds to the end and never changes what stands. The time of writing never runs backwards. */
export function addEntry(incident: Incident, entry: NewEntry, now: Millis): Incident {
  const last = incident.timeline.at(-1)?.recordedAt;
  const at = new Date(entry.at).toISOString();
  // ISO times of one zone sort as text. An entry is never written before what it tells, nor before the entry above it.
  const recordedAt = [new Date(now).toISOString(), at, ...(last === undefined ? [] : [last])].sort().at(-1) ?? at;
  const added: TimelineEntry = {
    seq: incident.timeline.length,
    at,
    recordedAt,
    step: entry.step,
    source: entry.source,
    text: entry.text,
    judgement: entry.judgement ?? false,
  };
  return { ...incident, timeline: [...incident.timeline, added] };
}

/** What the responder did, as entries: an action done contains, everything else is a note. */
export function addResponse(incident: Incident, actions: readonly ResponseAction[], now: Millis): Incident {
  return actions.reduce((state, action) => {
    const contained = action.outcome === "done" && action.action !== "notify";
    return addEntry(
      state,
      {
        at: now,
        step: contained ? "contained" : "note",
        source: "responder",
        text: `${action.action} ${action.target}: ${action.outcome}`.trim(),
      },
      now,
    );
  }, incident);
}

/** Steps an incident must show and does not (OBL-INC-5: no gap between occurred, detected, aware, contained and reported). */
export function missingSteps(incident: Incident): readonly IncidentStep[] {
  const present = new Set(incident.timeline.map((entry) => entry.step));
  return (["occurred", "detected", "aware", "contained", "reported"] as const).filter((step) => !present.has(step));
}

/** The earliest moment someone could be said to have known: the first detection. A suggestion for the person who decides. */
export function suggestedAwareness(incident: Incident): string | undefined {
  return incident.timeline
    .filter((entry) => entry.step === "detected")
    .map((entry) => entry.at)
    .sort()[0];
}

function detection(alarm: Alarm): NewEntry {
  return {
    at: alarm.at,
    step: "detected",
    source: alarm.detector,
    text: `${alarm.metric} ${alarm.observed}, expected ${alarm.expected} (alarm ${alarm.id})`,
  };
}

function gravest(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? "low";
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}
