import { createHash } from "node:crypto";
import type { AlarmEvent } from "../../model/detectors/alarm-event.js";
import type { Millis } from "../../model/detectors/types.js";
import { CLOCK_ANCHORS, type ClockAnchor, clocksFor, REPORTING_CLOCKS, type ReportingClock } from "../../model/incident/clocks.js";
import { INCIDENT_STEPS, type Incident, type IncidentStep } from "../../model/incident/incident.js";
import type { Json } from "../../model/resource.js";
import type { ResponseAction } from "../response/responder.js";
import type { EvidenceEntry } from "./evidence-log.js";
import { addEntry, addResponse, type NewEntry, openIncident } from "./incident.js";
import type { IncidentTable, OpenIncident } from "./incident-table.js";
import { type Reminder, reminderNames, remindersOf } from "./reminders.js";

/** What the recorder is asked to write down. */
export type RecorderCall =
  /** An alarm: opens an incident, or goes to the one its thing or address has open. */
  | { readonly action: "open"; readonly alarm: AlarmEvent }
  /** What was done about it. */
  | { readonly action: "respond"; readonly incident: string; readonly alarm: AlarmEvent; readonly actions: readonly ResponseAction[] }
  /** What a person adds. `starts` says that a clock's event has happened, `reported` that a stage is done with. */
  | {
      readonly action: "enter";
      readonly incident: string;
      readonly step: IncidentStep;
      readonly source: string;
      readonly text: string;
      /** ISO 8601; default now. */
      readonly at?: string;
      readonly judgement?: boolean;
      readonly starts?: ClockAnchor;
      /** Tracks the clocks of `starts` belong to. Default those of an incident. */
      readonly tracks?: readonly string[];
      /** Ids of clocks whose reminders end. */
      readonly reported?: readonly string[];
    };

export interface RecorderAnswer {
  readonly incident: string;
  /** False when everything asked for was on record already. */
  readonly written: boolean;
  /** Hash of the chain's last record, to be kept elsewhere. */
  readonly head: string | null;
  readonly reminders: readonly string[];
}

export interface RecorderPorts {
  readonly product: string;
  readonly table: IncidentTable;
  /** Laws the provider reports under. */
  readonly regimes: readonly string[];
  readonly remind: (reminder: Reminder) => Promise<void>;
  readonly forget: (name: string) => Promise<void>;
  readonly now: () => Millis;
  /** Waits before a try, numbered from 0, at the end of the chain, which others write to, too. */
  readonly turn: (attempt: number) => Promise<void>;
}

/** Reported as incidents until a person says otherwise; whether a hole was exploited, or data of people touched, no detector knows. */
const INCIDENT_TRACKS = ["severe-incident", "significant-incident"] as const;
/** Alarms of one thing or address within this time belong together. */
const TOGETHER_MS = 86_400_000;
const ATTEMPTS = 20;

interface Change {
  readonly next: OpenIncident;
  readonly entry: Pick<EvidenceEntry, "kind" | "data">;
  readonly subject: string;
  readonly reminders: readonly Reminder[];
  readonly drop: readonly string[];
}

/** Incidents as records nobody can change unseen, and the deadlines that follow from them. Calling it again with the same alarm changes nothing. */
export async function record(call: RecorderCall, ports: RecorderPorts): Promise<RecorderAnswer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await ports.turn(attempt);
    const change = await changeFor(call, ports);
    if ("standing" in change) {
      // Reminders may be what a first, broken-off call left undone: setting one again moves it to where it is.
      for (const reminder of change.reminders) await ports.remind(reminder);
      return { incident: change.standing, written: false, head: null, reminders: change.reminders.map(({ name }) => name) };
    }
    const { next, entry, subject, reminders, drop } = change;
    const written = await ports.table.append({ at: ports.now(), subjectKind: "backend", ...entry }, next, subject);
    if (written === undefined) continue;
    for (const reminder of reminders) await ports.remind(reminder);
    for (const name of drop) await ports.forget(name);
    return { incident: next.incident.id, written: true, head: written.hash, reminders: reminders.map(({ name }) => name) };
  }
  throw new Error(`${ATTEMPTS} times somebody else wrote to the chain first`);
}

type Standing = { readonly standing: string; readonly reminders: readonly Reminder[] };

function changeFor(call: RecorderCall, ports: RecorderPorts): Promise<Change | Standing> {
  if (call.action === "open") return opening(call.alarm, ports);
  return call.action === "respond" ? response(call, ports) : addition(call, ports);
}

async function opening(event: AlarmEvent, ports: RecorderPorts): Promise<Change | Standing> {
  const now = ports.now();
  const subject = subjectOf(event);
  const alarm = { ...event.alarm, id: event.key };
  const latest = await ports.table.latestOf(subject);
  const together = latest !== undefined && isOpen(latest.incident) && now - latest.openedAt < TOGETHER_MS ? latest : undefined;
  const own = await ports.table.find(idOf(event));
  const known = [together, own].find((candidate) => candidate?.incident.alarms.includes(event.key) === true);
  if (known !== undefined) return { standing: known.incident.id, reminders: provisional(known, ports) };
  const opened = openIncident(together?.incident.id ?? idOf(event), [alarm], now);
  if (opened === undefined) throw new Error("an incident needs an alarm");
  const incident = together === undefined ? { ...opened, title: event.title } : joined(together.incident, opened, now);
  const next: OpenIncident = {
    incident,
    version: together?.version ?? 0,
    openedAt: together?.openedAt ?? now,
    anchors: together?.anchors ?? {},
  };
  return {
    next,
    subject,
    entry: { kind: together === undefined ? "incident-opened" : "incident-alarm", data: { incident: incident.id, alarm: plain(event) } },
    reminders: provisional(next, ports),
    drop: [],
  };
}

/** What a further alarm adds to an incident: itself, and a severity that only rises. */
function joined(incident: Incident, added: Incident, now: Millis): Incident {
  const merged = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
  const worst = ["critical", "high", "medium", "low"].find((severity) => severity === incident.severity || severity === added.severity);
  const base: Incident = {
    ...incident,
    severity: worst === added.severity ? added.severity : incident.severity,
    alarms: merged(incident.alarms, added.alarms),
    things: merged(incident.things, added.things),
    sources: merged(incident.sources, added.sources),
  };
  return added.timeline.reduce(
    (state, { at, step, source, text, judgement }) => addEntry(state, { at: Date.parse(at), step, source, text, judgement }, now),
    base,
  );
}

/** Counted from the first detection, as long as nobody has decided; only what may have to be reported is worth waking someone. */
function provisional({ incident, anchors }: OpenIncident, ports: RecorderPorts): readonly Reminder[] {
  if (anchors.aware !== undefined || (incident.severity !== "critical" && incident.severity !== "high")) return [];
  const detected = incident.timeline.find(({ step }) => step === "detected");
  if (detected === undefined) return [];
  const anchor = Date.parse(detected.at);
  return clocksFor(ports.regimes, INCIDENT_TRACKS, "aware", anchor).flatMap((clock) =>
    remindersOf(ports.product, incident.id, clock, anchor, false, ports.now()),
  );
}

async function response(call: Extract<RecorderCall, { readonly action: "respond" }>, ports: RecorderPorts): Promise<Change | Standing> {
  const open = await existing(call.incident, ports);
  const now = ports.now();
  const texts = new Set(open.incident.timeline.map(({ text }) => text));
  const fresh = call.actions.filter(({ action, target, outcome }) => !texts.has(`${action} ${target}: ${outcome}`.trim()));
  if (fresh.length === 0) return { standing: call.incident, reminders: [] };
  return {
    next: { ...open, incident: addResponse(open.incident, fresh, now) },
    subject: subjectOf(call.alarm),
    entry: { kind: "incident-response", data: { incident: call.incident, alarm: call.alarm.key, actions: plain(fresh) } },
    reminders: [],
    drop: [],
  };
}

async function addition(call: Extract<RecorderCall, { readonly action: "enter" }>, ports: RecorderPorts): Promise<Change> {
  const { incident, step, source, text, judgement, starts, tracks = INCIDENT_TRACKS, reported = [] } = call;
  if (!INCIDENT_STEPS.includes(step)) throw new Error(`step ${step} is none of ${INCIDENT_STEPS.join(", ")}`);
  if (starts !== undefined && !CLOCK_ANCHORS.includes(starts)) throw new Error(`starts ${starts} is none of ${CLOCK_ANCHORS.join(", ")}`);
  const done = reported.map(clockOf);
  const open = await existing(incident, ports);
  const now = ports.now();
  const at = call.at === undefined ? now : Date.parse(call.at);
  if (Number.isNaN(at)) throw new Error(`at ${call.at} is no time`);
  const entry: NewEntry = { at, step, source, text, ...(judgement === undefined ? {} : { judgement }) };
  const started = starts === undefined ? [] : clocksFor(ports.regimes, tracks, starts, at);
  return {
    next: {
      ...open,
      incident: addEntry(open.incident, entry, now),
      anchors: starts === undefined ? open.anchors : { ...open.anchors, [starts]: at },
    },
    subject: [...open.incident.things, ...open.incident.sources][0] ?? incident,
    entry: {
      kind: "incident-entry",
      data: { incident, ...plain(entry), ...(starts === undefined ? {} : { starts, tracks: [...tracks] }), reported: [...reported] },
    },
    reminders: started.flatMap((clock) => remindersOf(ports.product, incident, clock, at, true, now)),
    drop: [
      ...done,
      // The provisional ones of tracks a person has ruled out.
      ...(starts === "aware"
        ? REPORTING_CLOCKS.filter((clock) => clock.from === "aware" && !started.includes(clock) && ports.regimes.includes(clock.regime))
        : []),
    ].flatMap((clock) => reminderNames(incident, clock)),
  };
}

async function existing(id: string, { table }: RecorderPorts): Promise<OpenIncident> {
  const open = await table.find(id);
  if (open === undefined) throw new Error(`there is no incident ${id}`);
  return open;
}

function clockOf(id: string): ReportingClock {
  const clock = REPORTING_CLOCKS.find((candidate) => candidate.id === id);
  if (clock === undefined) throw new Error(`there is no clock ${id}; clocks are ${REPORTING_CLOCKS.map((one) => one.id).join(", ")}`);
  return clock;
}

const isOpen = ({ timeline }: Incident): boolean => !timeline.some(({ step }) => step === "resolved");
const subjectOf = ({ alarm, key }: AlarmEvent): string => alarm.thing ?? alarm.source ?? key;
/** Short enough for the name of a schedule, and the same whoever computes it. */
const idOf = ({ key }: AlarmEvent): string => `inc-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
const plain = <T extends object>(value: T): { readonly [key: string]: Json } =>
  JSON.parse(JSON.stringify(value)) as { readonly [key: string]: Json };
