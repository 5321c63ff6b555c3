import { type ConsentRules, NO_CONSENT, type TelemetryMessage, withConsent } from "./consent.js";
import type { ConsentLedger } from "./ledger.js";
import type { Pseudonymise } from "./pseudonym.js";

/** What Firehose hands over and expects back. Source: https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html */
export interface FirehoseEvent {
  readonly invocationId: string;
  readonly deliveryStreamArn: string;
  readonly region: string;
  readonly records: readonly { readonly recordId: string; readonly approximateArrivalTimestamp: number; readonly data: string }[];
}

export interface FirehoseAnswer {
  readonly records: readonly { readonly recordId: string; readonly result: "Ok" | "Dropped"; readonly data: string }[];
}

export interface FilterPorts {
  readonly ledger: ConsentLedger;
  readonly rules: ConsentRules;
  /** Absent leaves the thing's name in the lake. */
  readonly pseudonymise?: Pseudonymise;
  readonly makeSalt: () => string;
  /** One line a batch for the log: numbers, no content. */
  readonly report: (line: Readonly<Record<string, number | string>>) => void;
}

type Parsed = { readonly recordId: string; readonly data: string; readonly message?: TelemetryMessage & { readonly thing: string } };

/**
 * Between the topic rule and the lake: takes out what nobody agreed to and puts a pseudonym for the thing. It fails closed: when consent
 * cannot be read it throws, Firehose tries again, and nothing gets past it unfiltered. What is no telemetry message is dropped and counted.
 */
export function createTelemetryFilter(ports: FilterPorts): (event: FirehoseEvent) => Promise<FirehoseAnswer> {
  const purposes = [...new Set(Object.values(ports.rules.purposeOf))];
  return async (event) => {
    const parsed = event.records.map(parse);
    const things = [...new Set(parsed.flatMap(({ message }) => message?.thing ?? []))];
    const onRecord = await ports.ledger.read(things, purposes);
    const names = await namesFor(things, ports, (thing) => onRecord.get(thing)?.salt);
    const records = parsed.map(({ recordId, data, message }) => {
      const kept = message && withConsent(message, onRecord.get(message.thing) ?? NO_CONSENT, ports.rules);
      if (message === undefined || kept === undefined) return { recordId, result: "Dropped", data } as const;
      const named = { ...kept, thing: names.get(message.thing) ?? message.thing };
      return { recordId, result: "Ok", data: Buffer.from(`${JSON.stringify(named)}\n`).toString("base64") } as const;
    });
    const dropped = records.filter(({ result }) => result === "Dropped").length;
    const unreadable = parsed.filter(({ message }) => message === undefined).length;
    ports.report({ event: "telemetry-filter", records: records.length, things: things.length, dropped, unreadable });
    return { records };
  };
}

async function namesFor(
  things: readonly string[],
  { ledger, pseudonymise, makeSalt }: FilterPorts,
  saltOf: (thing: string) => string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (pseudonymise === undefined) return new Map();
  const pairs = await Promise.all(
    things.map(async (thing) => {
      const salt = saltOf(thing) ?? (await ledger.keepSalt(thing, makeSalt()));
      return [thing, await pseudonymise(thing, salt)] as const;
    }),
  );
  return new Map(pairs);
}

function parse({ recordId, data }: FirehoseEvent["records"][number]): Parsed {
  try {
    const message: unknown = JSON.parse(Buffer.from(data, "base64").toString("utf8"));
    if (typeof message !== "object" || message === null || !("thing" in message) || typeof message.thing !== "string")
      return { recordId, data };
    return { recordId, data, message: { ...message, thing: message.thing } };
  } catch {
    return { recordId, data };
  }
}
