import { Buffer } from "node:buffer";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getItem, numberOf } from "../../backend/aws/dynamodb.js";
import { portsFrom } from "../../backend/detection/handler.js";
import { type KinesisEvent, readRecord } from "../../backend/detection/kinesis.js";
import { type BatchOutcome, type BatchPorts, observeBatch, sweep } from "../../backend/detection/observe-batch.js";
import type { ResponsePorts } from "../../backend/response/responder.js";
import type { AlarmEvent } from "../../model/detectors/alarm-event.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import type { Alarm, FleetEvent } from "../../model/detectors/types.js";
import { alarmSchema } from "../../model/outputs/alarm.js";
import { createDetectionLoop } from "../../simulator/cloud/detection-loop.js";
import { type AwsEmulator, EMULATOR_ENVIRONMENT, hasAwsEmulator, startAwsEmulator } from "../support/aws-emulator.js";
import { type EndpointAnswer, type LocalEndpoint, startEndpoint } from "../support/local-endpoint.js";
import { kinesisEvent, logEnvelope, recordOf } from "./aws-shapes.js";
import { at, connectRefused, jobEnded, published, subscribeRefused } from "./events.js";

const environmentOf = (url: string, table = "acme-detection-state") => ({
  ...EMULATOR_ENVIRONMENT,
  AWS_ENDPOINT_URL: url,
  PRODUCT: "acme",
  STATE_TABLE: table,
  ALARM_BUS: "acme-alarms",
});

/** What the function does with a batch, but for its log line. */
const call = (event: KinesisEvent, ports: BatchPorts) => observeBatch(event.Records.map(readRecord), ports);

/** What the loop of a rehearsal makes of the same records: the alarms as they were when they opened. */
async function loopAlarms(records: readonly Buffer[]): Promise<readonly Alarm[]> {
  const opened: Alarm[] = [];
  const ports: ResponsePorts = {
    quarantine: () => undefined,
    blockSource: () => undefined,
    notify: (alarm) => void opened.push(alarm),
    thingOf: () => undefined,
  };
  const loop = createDetectionLoop(DETECTORS, ports, () => at(0));
  for (const { events } of kinesisEvent(records).Records.map(readRecord)) for (const event of events ?? []) loop.push(event);
  await new Promise((resolve) => setImmediate(resolve));
  return opened;
}

const byId = (alarms: readonly Alarm[]): readonly Alarm[] => [...alarms].sort((a, b) => (a.id < b.id ? -1 : 1));

/** A morning with every kind of trouble. */
const MORNING: readonly FleetEvent[] = [
  ...["lock-1", "lock-2", "hub-3"].map(
    (thing): FleetEvent => ({ type: "connected", at: at(0), thing, clientId: thing, source: "192.0.2.9", certificateId: "ab" }),
  ),
  ...Array.from({ length: 60 }, (_, i) => published(i, "lock-1", 300)),
  ...[1, 2, 3, 4].map((s) => subscribeRefused(s, "lock-2")),
  subscribeRefused(5, "hub-3", "#"),
  ...Array.from({ length: 12 }, (_, i) => connectRefused(6 + i / 4, "198.51.100.7", "certificate", "lock-1")),
  ...Array.from({ length: 6 }, (_, i) => connectRefused(20 + i, "203.0.113.4", "authorization", `device-${i}`)),
  jobEnded(30, "lock-1", "signature-invalid"),
  ...Array.from({ length: 20 }, (_, i) => published(61 + i / 10, "lock-1", 30_000)),
  ...[200, 201, 202].map((s) => subscribeRefused(s, "lock-2")),
].sort((a, b) => a.at - b.at);

describe("against a plain HTTP endpoint", () => {
  let endpoint: LocalEndpoint | undefined;
  afterEach(async () => {
    await endpoint?.stop();
    endpoint = undefined;
  });
  const portsOf = async (answer: (target: string, body: Record<string, unknown>) => EndpointAnswer): Promise<BatchPorts> => {
    endpoint = await startEndpoint(({ headers, body }) =>
      answer(String(headers["x-amz-target"]).split(".")[1] ?? "", JSON.parse(body) as Record<string, unknown>),
    );
    return portsFrom(environmentOf(endpoint.url));
  };
  const called = (operation: string) =>
    (endpoint?.requests ?? []).filter(({ headers }) => String(headers["x-amz-target"]).endsWith(`.${operation}`));
  const told = (): readonly AlarmEvent[] =>
    called("PutEvents").flatMap(({ body }) =>
      (JSON.parse(body) as { Entries: readonly { Detail: string }[] }).Entries.map(({ Detail }) => JSON.parse(Detail) as AlarmEvent),
    );

  test("an alarm goes to the bus in the form its schema says, after the state that opened it was written", async () => {
    const ports = await portsOf((operation) => ({ body: operation === "PutEvents" ? { FailedEntryCount: 0 } : {} }));
    const outcome = await call(kinesisEvent([recordOf(subscribeRefused(0, "lock-1", "#"))]), ports);
    expect(outcome).toMatchObject({ failed: [], events: 1, subjects: 1, alarms: 1 });
    expect((endpoint?.requests ?? []).map(({ headers }) => String(headers["x-amz-target"]).split(".")[1])).toEqual([
      "GetItem",
      "PutItem",
      "PutEvents",
      "GetItem",
    ]);
    const [entry] = (JSON.parse(called("PutEvents")[0]?.body ?? "") as { Entries: Record<string, unknown>[] }).Entries;
    expect(entry).toMatchObject({ EventBusName: "acme-alarms", Source: "bulwark.detection", DetailType: "Bulwark Alarm" });
    expect(alarmSchema.parse(JSON.parse(String(entry?.Detail)))).toMatchObject({
      key: "wide-subscription:lock-1:1@2026-11-25T00:00:00.000Z",
      response: "quarantine",
      alarm: { thing: "lock-1", severity: "critical", observed: 1 },
    });
  });

  test("a message nobody listens to costs no call at all", async () => {
    const ports = await portsOf(() => ({ body: {} }));
    const event: FleetEvent = { type: "subscribed", at: at(0), thing: "lock-1", filter: "cmd/acme/lock-1/#" };
    expect(await call(kinesisEvent([recordOf(event)]), ports)).toMatchObject({ failed: [], events: 1, subjects: 0 });
    expect(endpoint?.requests).toEqual([]);
  });

  test("a record that cannot be read comes again by itself, and the others are done", async () => {
    const ports = await portsOf(() => ({ body: {} }));
    const event = kinesisEvent([recordOf(subscribeRefused(0, "lock-1")), Buffer.from("\u0000"), recordOf(subscribeRefused(1, "lock-2"))]);
    const outcome = await call(event, ports);
    expect(outcome).toMatchObject({ unreadable: 1, subjects: 2, failed: [event.Records[1]?.kinesis.sequenceNumber] });
    expect(called("PutItem")).toHaveLength(2);
  });

  test("who loses the write to others waits before each further try, and gives the record back after the last", async () => {
    const refused = { status: 400, body: { __type: "com.amazonaws.dynamodb#ConditionalCheckFailedException" } };
    const ports = await portsOf((operation) => (operation === "PutItem" ? refused : { body: {} }));
    const turns: number[] = [];
    const turn = async (attempt: number): Promise<void> => void turns.push(attempt);
    const event = kinesisEvent([recordOf(subscribeRefused(0, "lock-1"))]);
    const outcome = await call(event, { ...ports, turn });
    expect(turns).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(called("PutItem")).toHaveLength(8);
    expect(outcome.failed).toEqual([event.Records[0]?.kinesis.sequenceNumber]);
  });

  test("a table that does not answer fails the records of that subject only", async () => {
    const ports = await portsOf((operation, body) =>
      operation === "GetItem" && JSON.stringify(body).includes("lock-1")
        ? { status: 400, body: { __type: "x#AccessDeniedException" } }
        : { body: {} },
    );
    const event = kinesisEvent([recordOf(subscribeRefused(0, "lock-1")), recordOf(subscribeRefused(1, "lock-2"))]);
    const outcome = await call(event, ports);
    expect(outcome.failed).toEqual([event.Records[0]?.kinesis.sequenceNumber]);
    expect(outcome.errors).toEqual(['thing: AccessDeniedException: {"__type":"x#AccessDeniedException"}']);
  });

  test("an alarm the bus refused is told when the record comes again, and its events are not counted twice", async () => {
    let stored: unknown;
    let refusing = true;
    const ports = await portsOf((operation, body) => {
      if (operation === "PutItem") stored = body.Item;
      if (operation === "PutEvents") return { body: { FailedEntryCount: refusing ? 1 : 0 } };
      return { body: operation === "GetItem" && stored !== undefined ? { Item: stored } : {} };
    });
    const event = kinesisEvent([0, 1, 2].map((s) => recordOf(subscribeRefused(s, "lock-1"))));
    expect((await call(event, ports)).failed).toHaveLength(3);
    refusing = false;
    expect(await call(event, ports)).toMatchObject({ failed: [], alarms: 0 });
    expect(called("PutItem")).toHaveLength(1);
    expect(told().map(({ alarm }) => [alarm.detector, alarm.observed])).toEqual([
      ["foreign-topic-access", 3],
      ["foreign-topic-access", 3],
    ]);
  });

  test("whoever was overtaken by another writer reads again before it goes on", async () => {
    let reads = 0;
    const ports = await portsOf((operation) => {
      if (operation === "GetItem") reads++;
      return operation === "PutItem" && reads < 3 ? { status: 400, body: { __type: "x#ConditionalCheckFailedException" } } : { body: {} };
    });
    expect(await call(kinesisEvent([recordOf(subscribeRefused(0, "lock-1"))]), ports)).toMatchObject({ failed: [], alarms: 0 });
    expect(reads).toBe(3);
  });
});

test("outside its environment the function does not start", () => {
  expect(() => portsFrom({})).toThrow("ALARM_BUS is not set");
});

const present = hasAwsEmulator("the detection function is not run against DynamoDB's conditions and EventBridge");

describe.runIf(present)("against an emulator of AWS", () => {
  let aws: AwsEmulator;
  let ports: BatchPorts;
  let table = "";
  let made = 0;
  const told: AlarmEvent[] = [];

  beforeAll(async () => {
    aws = await startAwsEmulator();
    await aws.client({
      service: "events",
      target: "AWSEvents.CreateEventBus",
      contentType: "application/x-amz-json-1.1",
      body: { Name: "acme-alarms" },
    });
  }, 60_000);
  afterAll(() => aws?.stop());
  beforeEach(async () => {
    table = `acme-detection-state-${made++}`;
    told.length = 0;
    await aws.client({
      service: "dynamodb",
      target: "DynamoDB_20120810.CreateTable",
      contentType: "application/x-amz-json-1.0",
      body: {
        TableName: table,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [{ AttributeName: "subject", KeyType: "HASH" }],
        AttributeDefinitions: [
          { AttributeName: "subject", AttributeType: "S" },
          { AttributeName: "watch", AttributeType: "S" },
          { AttributeName: "due", AttributeType: "N" },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: "due",
            KeySchema: [
              { AttributeName: "watch", KeyType: "HASH" },
              { AttributeName: "due", KeyType: "RANGE" },
            ],
            Projection: { ProjectionType: "KEYS_ONLY" },
          },
        ],
      },
    });
    const real = portsFrom(environmentOf(aws.url, table));
    ports = {
      ...real,
      tell: async (alarms) => {
        await real.tell(alarms);
        told.push(...alarms);
      },
    };
  });

  test("the function raises the alarms the rehearsal's loop raises, however the stream is cut into batches", async () => {
    const records = MORNING.map(recordOf);
    const expected = await loopAlarms(records);
    expect(new Set(expected.map(({ detector }) => detector))).toEqual(
      new Set([
        "foreign-topic-access",
        "wide-subscription",
        "credential-brute-force",
        "identity-spray",
        "exfiltration-volume",
        "rogue-firmware",
      ]),
    );
    const sizes = fc.sample(fc.integer({ min: 1, max: 30 }), { numRuns: 200, seed: 3 });
    for (let from = 0, i = 0; from < records.length; i++) {
      const size = sizes[i] ?? 10;
      const batch = kinesisEvent(records.slice(from, from + size), { from });
      expect(await call(batch, ports)).toMatchObject({ failed: [], unreadable: 0 });
      // Lambda hands a batch over again after a time-out: nothing of it may count twice.
      if (i % 3 === 0) await call(batch, ports);
      from += size;
    }
    expect(byId(told.map(({ alarm }) => alarm))).toEqual(byId(expected));
  });

  test("so it does when two shards bring one device's events at the same moment", async () => {
    const events = Array.from({ length: 12 }, (_, i) => subscribeRefused(i / 10, "lock-1"));
    // Lambda works on the shards side by side, and on one shard's batches one after the other.
    const shards = await Promise.all(
      [0, 1, 2, 3].map(async (shard) => {
        const outcomes: BatchOutcome[] = [];
        for (const [i, event] of events.entries())
          if (i % 4 === shard)
            outcomes.push(await call(kinesisEvent([recordOf(event)], { shard: `shardId-00000000000${shard}`, from: i }), ports));
        return outcomes;
      }),
    );
    const outcomes = shards.flat();
    expect(outcomes).toHaveLength(12);
    expect(outcomes.flatMap(({ failed, errors }) => [...failed, ...errors])).toEqual([]);
    expect(told.map(({ alarm }) => alarm.id)).toEqual(["foreign-topic-access:lock-1:1"]);
    const item = await getItem(aws.client, table, { subject: { S: "thing#lock-1" } });
    // Twelve batches and one strike.
    expect(item).toMatchObject({ version: { N: "13" } });
    expect(item).not.toHaveProperty("pending");
  });

  test("a device that fell silent is found by the clock, once", async () => {
    const events = Array.from({ length: 12 }, (_, i) => published(i * 10, "lock-1", 30));
    await call(kinesisEvent(events.map(recordOf)), ports);
    const later = (seconds: number): BatchPorts => ({ ...ports, now: () => at(seconds) });
    expect(await sweep(later(200))).toEqual({ subjects: 0, alarms: 0 });
    expect(await sweep(later(500))).toEqual({ subjects: 1, alarms: 1 });
    expect(await sweep(later(560))).toEqual({ subjects: 0, alarms: 0 });
    expect(told).toMatchObject([{ response: "notify", alarm: { detector: "blocked-reporting", thing: "lock-1", observed: 390 } }]);
  });

  test("an idle subject has a day on which it is forgotten", async () => {
    await call(kinesisEvent([logEnvelope([JSON.stringify({ ...JSON_LINE })])]), ports);
    const item = await getItem(aws.client, table, { subject: { S: "thing#lock-1" } });
    const expires = numberOf(item, "expires") ?? Number.NaN;
    expect(expires - Date.now() / 1000).toBeGreaterThan(29 * 86_400);
    expect(expires - Date.now() / 1000).toBeLessThan(31 * 86_400);
  });
});

const JSON_LINE = {
  timestamp: "2026-11-25 00:00:00.000",
  status: "Failure",
  eventType: "Subscribe",
  reason: "AUTHORIZATION_FAILURE",
  clientId: "lock-1",
  topicName: "dt/other",
};
