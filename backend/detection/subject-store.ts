import type { AlarmEvent } from "../../model/detectors/alarm-event.js";
import type { Millis } from "../../model/detectors/types.js";
import { AwsCallError, type AwsClient } from "../aws/client.js";
import { getItem, type Item, number, numberOf, putItem, queryItems, text, textOf, updateItem } from "../aws/dynamodb.js";
import { takeTurn } from "../aws/turn.js";
import type { EngineState } from "./subject-state.js";

/** What is kept of one thing or one address between two calls of the function. */
export interface SubjectEntry {
  /** Counts the writes; 0 for an entry that is not there yet. */
  readonly version: number;
  readonly state?: EngineState;
  /** The last record of each shard that went into the state: what Lambda hands over again after a failure is not counted twice. */
  readonly seen: Readonly<Record<string, string>>;
  /** Alarms opened and not yet told: they are written with the state that opened them, so that neither is lost without the other. */
  readonly pending: readonly AlarmEvent[];
  /** When it was last written. */
  readonly written?: Millis;
  /** When time alone may open an alarm. */
  readonly due?: Millis;
}

export interface SubjectStore {
  load(subject: string): Promise<SubjectEntry>;
  /** Writes unless somebody else has since the entry was read; false when somebody has. */
  save(subject: string, entry: SubjectEntry, now: Millis): Promise<boolean>;
  /** Strikes alarms off by their keys after they were told. Gives up when others write all the time: they are then told again. */
  told(subject: string, keys: ReadonlySet<string>): Promise<void>;
  /** Subjects whose time has come. */
  due(now: Millis): Promise<readonly string[]>;
}

/** Partitions of the index by due time: one would hold every device of the fleet. */
const WATCHES = 8;
const KEPT_SHARDS = 8;
/** Tries against others who write the same entry. */
export const ATTEMPTS = 8;
const DAY_SECONDS = 86_400;
/** Subjects one sweep takes on in a partition; the rest wait for the next. */
const SWEEP_LIMIT = 500;

/**
 * The state table: key `subject`; index `due` (`watch`, `due`); time to live `expires`.
 * @param keepDays days an idle subject is remembered
 */
export function createSubjectStore(client: AwsClient, tableName: string, keepDays: number): SubjectStore {
  // A strike is a write of its own, so that nobody who read the entry before brings the alarm back.
  const strike = (subject: string, version: number, left: readonly AlarmEvent[]): Promise<boolean> =>
    unlessChanged(() =>
      updateItem(client, {
        TableName: tableName,
        Key: { subject: text(subject) },
        UpdateExpression: `SET version = :next${left.length === 0 ? " REMOVE pending" : ", pending = :left"}`,
        ConditionExpression: "version = :read",
        ExpressionAttributeValues: {
          ":read": number(version),
          ":next": number(version + 1),
          ...(left.length === 0 ? {} : { ":left": text(JSON.stringify(left)) }),
        },
      }),
    );
  return {
    async load(subject) {
      const item = await getItem(client, tableName, { subject: text(subject) });
      return item === undefined ? { version: 0, seen: {}, pending: [] } : entryOf(item);
    },
    async save(subject, entry, now) {
      return unlessChanged(() =>
        putItem(client, {
          TableName: tableName,
          Item: itemOf(subject, entry, now, Math.floor(now / 1000) + keepDays * DAY_SECONDS),
          ConditionExpression: "attribute_not_exists(subject) OR version = :read",
          ExpressionAttributeValues: { ":read": number(entry.version) },
        }),
      );
    },
    async told(subject, keys) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        await takeTurn(attempt);
        const { version, pending } = entryOf((await getItem(client, tableName, { subject: text(subject) })) ?? {});
        const left = pending.filter(({ key }) => !keys.has(key));
        if (left.length === pending.length || (await strike(subject, version, left))) return;
      }
    },
    async due(now) {
      const pages = await Promise.all(
        Array.from({ length: WATCHES }, (_, watch) =>
          queryItems(
            client,
            {
              TableName: tableName,
              IndexName: "due",
              KeyConditionExpression: "watch = :watch AND due <= :now",
              ExpressionAttributeValues: { ":watch": text(String(watch)), ":now": number(now) },
            },
            SWEEP_LIMIT,
          ),
        ),
      );
      return pages.flat().flatMap((item) => textOf(item, "subject") ?? []);
    },
  };
}

function itemOf(subject: string, { version, state, seen, pending, due }: SubjectEntry, now: Millis, expires: number): Item {
  return {
    subject: text(subject),
    version: number(version + 1),
    expires: number(expires),
    written: number(now),
    seen: text(JSON.stringify(Object.fromEntries(Object.entries(seen).slice(-KEPT_SHARDS)))),
    ...(state === undefined ? {} : { state: text(JSON.stringify(state)) }),
    ...(pending.length === 0 ? {} : { pending: text(JSON.stringify(pending)) }),
    ...(due === undefined ? {} : { watch: text(watchOf(subject)), due: number(Math.ceil(due)) }),
  };
}

function entryOf(item: Item): SubjectEntry {
  const state = textOf(item, "state");
  const due = numberOf(item, "due");
  const written = numberOf(item, "written");
  return {
    version: numberOf(item, "version") ?? 0,
    seen: JSON.parse(textOf(item, "seen") ?? "{}") as SubjectEntry["seen"],
    pending: JSON.parse(textOf(item, "pending") ?? "[]") as SubjectEntry["pending"],
    ...(state === undefined ? {} : { state: JSON.parse(state) as EngineState }),
    ...(due === undefined ? {} : { due }),
    ...(written === undefined ? {} : { written }),
  };
}

function watchOf(subject: string): string {
  let sum = 0;
  for (let i = 0; i < subject.length; i++) sum = (sum * 31 + subject.charCodeAt(i)) >>> 0;
  return String(sum % WATCHES);
}

async function unlessChanged(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof AwsCallError && error.code === "ConditionalCheckFailedException") return false;
    throw error;
  }
}
