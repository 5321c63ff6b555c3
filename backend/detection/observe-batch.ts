import { type AlarmEvent, alarmEvent } from "../../model/detectors/alarm-event.js";
import type { Alarm, Detector, FleetEvent, Millis } from "../../model/detectors/types.js";
import { createDetectionEngine, type DetectionEngine, eventTypes, subjectOf } from "./engine.js";
import type { ReadRecord } from "./kinesis.js";
import { ATTEMPTS, type SubjectEntry, type SubjectStore } from "./subject-store.js";

export interface BatchPorts {
  readonly product: string;
  readonly detectors: readonly Detector[];
  readonly store: SubjectStore;
  /** Tells alarms; it throws when one could not be told. */
  readonly tell: (alarms: readonly AlarmEvent[]) => Promise<void>;
  readonly now: () => Millis;
  /** Waits before a try, numbered from 0, at an entry that others write, too. */
  readonly turn: (attempt: number) => Promise<void>;
}

export interface BatchOutcome {
  /** Sequence numbers of the records that must come again. */
  readonly failed: readonly string[];
  readonly events: number;
  readonly subjects: number;
  readonly alarms: number;
  readonly unreadable: number;
  /** Why, one line for each subject that failed. */
  readonly errors: readonly string[];
}

interface Observation {
  readonly shard: string;
  readonly sequence: string;
  readonly event: FleetEvent;
}

/** Subjects worked on at a time. */
const PARALLEL = 16;
/** Milliseconds after which an alarm somebody else opened is taken to have been left untold: two batches would tell it twice otherwise. */
const LEFT_BEHIND_MS = 10_000;

/**
 * Runs the engine over a batch, one engine a subject: an event goes to its thing and to its address, each of which has its own entry in the
 * store, so that any number of shards can be worked on at once. A record is done when all its subjects are.
 */
export async function observeBatch(records: readonly ReadRecord[], ports: BatchPorts): Promise<BatchOutcome> {
  const bySubject = new Map<string, Observation[]>();
  const failed = new Set<string>();
  const errors: string[] = [];
  let events = 0;
  for (const { shard, sequence, events: read } of records) {
    if (read === undefined) failed.add(sequence);
    for (const event of read ?? []) {
      events++;
      for (const subject of subjectsOf(ports.detectors, event)) {
        const list = bySubject.get(subject);
        if (list === undefined) bySubject.set(subject, [{ shard, sequence, event }]);
        else list.push({ shard, sequence, event });
      }
    }
  }
  const unreadable = failed.size;
  let alarms = 0;
  await inParallel([...bySubject], async ([subject, observations]) => {
    try {
      alarms += await advance(subject, ports, (entry, engine) => observe(observations, entry, engine));
    } catch (error) {
      errors.push(`${subject.split("#")[0]}: ${error instanceof Error ? error.message : String(error)}`);
      for (const { sequence } of observations) failed.add(sequence);
    }
  });
  return { failed: [...failed], events, subjects: bySubject.size, alarms, unreadable, errors };
}

/** Lets time pass for the subjects whose time has come; returns how many alarms that opened. */
export async function sweep(ports: BatchPorts): Promise<{ readonly subjects: number; readonly alarms: number }> {
  const subjects = await ports.store.due(ports.now());
  let alarms = 0;
  await inParallel(subjects, async (subject) => {
    alarms += await advance(subject, ports, (entry, engine) => ({ alarms: engine.tick(ports.now()), seen: entry.seen }));
  });
  return { subjects: subjects.length, alarms };
}

interface Step {
  readonly alarms: readonly Alarm[];
  readonly seen: SubjectEntry["seen"];
}

/** Reads, goes on, writes if nobody else has, and only then tells: an alarm is told at least once, its events are counted exactly once. */
async function advance(
  subject: string,
  ports: BatchPorts,
  step: (entry: SubjectEntry, engine: DetectionEngine) => Step | undefined,
): Promise<number> {
  const kind = subject.startsWith("thing#") ? "thing" : "source";
  const detectors = ports.detectors.filter((detector) => detector.subject === kind);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await ports.turn(attempt);
    const entry = await ports.store.load(subject);
    const engine = createDetectionEngine(detectors, entry.state === undefined ? {} : { from: entry.state });
    const done = step(entry, engine);
    const opened = (done?.alarms ?? []).map((alarm) => alarmEvent(ports.product, alarm, ports.detectors));
    const now = ports.now();
    if (done !== undefined) {
      const due = engine.dueAt();
      const next = {
        version: entry.version,
        state: engine.state(),
        seen: done.seen,
        pending: [...entry.pending, ...opened],
        ...(due === undefined ? {} : { due }),
      };
      if (!(await ports.store.save(subject, next, now))) continue;
    }
    // Nothing new in the records: they come again because telling failed.
    const isAgain = done === undefined;
    const tell = [...entry.pending.filter(() => isAgain || now - (entry.written ?? 0) > LEFT_BEHIND_MS), ...opened];
    if (tell.length > 0) {
      await ports.tell(tell);
      await ports.store.told(subject, new Set(tell.map(({ key }) => key)));
    }
    return opened.length;
  }
  throw new Error(`${ATTEMPTS} times somebody else wrote first`);
}

/** Undefined when every record is known already. */
function observe(observations: readonly Observation[], entry: SubjectEntry, engine: DetectionEngine): Step | undefined {
  const fresh = observations.filter(({ shard, sequence }) => isLater(sequence, entry.seen[shard]));
  if (fresh.length === 0) return undefined;
  const seen: Record<string, string> = { ...entry.seen };
  for (const { shard, sequence } of fresh) {
    const last = seen[shard];
    // The shard last heard from goes last: the oldest are the first to be forgotten.
    delete seen[shard];
    seen[shard] = isLater(sequence, last) ? sequence : (last ?? sequence);
  }
  return { alarms: fresh.flatMap(({ event }) => [...engine.observe(event)]), seen };
}

/** Sequence numbers grow within a shard; they are decimal numbers of no fixed length. */
function isLater(sequence: string, than: string | undefined): boolean {
  if (than === undefined) return true;
  return sequence.length === than.length ? sequence > than : sequence.length > than.length;
}

/** Only where a detector listens: an event nobody asks about costs no read and no write. */
function subjectsOf(detectors: readonly Detector[], event: FleetEvent): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const detector of detectors) {
    if (!eventTypes(detector).includes(event.type)) continue;
    const name = subjectOf(detector, event);
    if (name !== undefined) subjects.add(`${detector.subject}#${name}`);
  }
  return subjects;
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
}
