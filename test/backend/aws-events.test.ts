import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fleetEventsOf } from "../../backend/detection/aws-events.js";
import { readRecord } from "../../backend/detection/kinesis.js";
import type { FleetEvent } from "../../model/detectors/types.js";
import { kinesisEvent, logEnvelope, recordOf } from "./aws-shapes.js";
import { at } from "./events.js";

// The messages below have the members and values of the examples in AWS's documentation.
describe("lifecycle events (docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html)", () => {
  const common = {
    clientId: "186b5",
    timestamp: 1573002230757,
    sessionIdentifier: "00000000-0000-0000-0000-000000000000",
    principalIdentifier: "12345678901234567890123456789012",
  };

  test("a client connected", () => {
    expect(fleetEventsOf({ ...common, eventType: "connected", ipAddress: "192.0.2.0", versionNumber: 0 })).toEqual([
      {
        type: "connected",
        at: 1573002230757,
        thing: "186b5",
        clientId: "186b5",
        source: "192.0.2.0",
        certificateId: "12345678901234567890123456789012",
      },
    ]);
  });

  test("under another name than its thing's, the thing's counts", () => {
    const message = { ...common, thingName: "exampleThing", eventType: "connected", ipAddress: "2001:db8::1" };
    expect(fleetEventsOf(message)).toMatchObject([{ thing: "exampleThing", clientId: "186b5", source: "2001:db8::1" }]);
  });

  test.each([
    ["CLIENT_INITIATED_DISCONNECT", "client"],
    ["DUPLICATE_CLIENTID", "takeover"],
    ["MQTT_KEEP_ALIVE_TIMEOUT", "keepalive"],
    ["CONNECTION_LOST", "keepalive"],
    ["SERVER_INITIATED_DISCONNECT", "server"],
    ["FORBIDDEN_ACCESS", "server"],
    // What the quarantine does to a live connection.
    ["API_INITIATED_DISCONNECT", "server"],
  ])("a client went, %s", (disconnectReason, reason) => {
    expect(
      fleetEventsOf({ ...common, eventType: "disconnected", clientInitiatedDisconnect: true, disconnectReason, versionNumber: 0 }),
    ).toEqual([{ type: "disconnected", at: 1573002230757, thing: "186b5", clientId: "186b5", reason }]);
  });

  test("a client that may not connect is held to its address, not to the name it claims", () => {
    const message = { ...common, eventType: "connect_failed", connectFailureReason: "AUTHORIZATION_FAILED", ipAddress: "192.0.2.0" };
    expect(fleetEventsOf(message)).toEqual([
      { type: "connect-refused", at: 1573002230757, clientId: "186b5", source: "192.0.2.0", reason: "authorization" },
    ]);
  });

  test("a subscription is an event for each topic, its end is none", () => {
    const topics = ["foo/bar", "device/data", "dog/cat"];
    expect(fleetEventsOf({ ...common, eventType: "subscribed", topics })).toEqual(
      topics.map((filter) => ({ type: "subscribed", at: 1573002230757, thing: "186b5", filter })),
    );
    expect(fleetEventsOf({ ...common, eventType: "unsubscribed", topics })).toEqual([]);
  });
});

test("a job execution a device refused (docs.aws.amazon.com/iot/latest/developerguide/events-jobs.html)", () => {
  expect(
    fleetEventsOf({
      eventType: "JOB_EXECUTION",
      eventId: "cca89fa5-8a7f-4ced-8c20-5e653afb3572",
      timestamp: 1234567890,
      operation: "rejected",
      jobId: "154b39e5-60b0-48a4-9b73-f6f8dd032d27",
      thingArn: "arn:aws:iot:us-east-1:123456789012:myThing/6d639fbc-8f85-4a90-924d-a2867f8366a7",
      status: "REJECTED",
      statusDetails: { reasonCode: "signature-invalid" },
    }),
  ).toEqual([
    {
      type: "job-execution",
      at: 1234567890000,
      thing: "6d639fbc-8f85-4a90-924d-a2867f8366a7",
      jobId: "154b39e5-60b0-48a4-9b73-f6f8dd032d27",
      status: "REJECTED",
      reasonCode: "signature-invalid",
    },
  ]);
});

describe("entries of the AWS IoT log (docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html)", () => {
  const entry = {
    timestamp: "2017-08-10 15:37:23.476",
    logLevel: "ERROR",
    traceId: "20b23f3f-d7f1-feae-169f-82263394fbdb",
    accountId: "123456789012",
    status: "Failure",
    protocol: "MQTT",
    clientId: "abf27092886e49a8a5c1922749736453",
    principalId: "145179c40e2219e18a909d896a5340b74cf97a39641beec2fc3eeafc5a932167",
    sourceIp: "205.251.233.181",
    sourcePort: 13490,
  };
  const time = Date.UTC(2017, 7, 10, 15, 37, 23, 476);

  test.each([
    [
      "Connect",
      { reason: "AUTHORIZATION_FAILURE" },
      { type: "connect-refused", clientId: entry.clientId, source: "205.251.233.181", reason: "authorization" },
    ],
    [
      "Connection.AuthNError",
      { reason: "DEVICE_CERTIFICATE_NOT_REGISTERED", authenticationType: "AWS_X509" },
      { type: "connect-refused", clientId: entry.clientId, source: "205.251.233.181", reason: "certificate" },
    ],
    [
      "Connection.AuthNError",
      { reason: "SNI_MISUSED" },
      { type: "connect-refused", clientId: entry.clientId, source: "205.251.233.181", reason: "tls" },
    ],
    [
      "Publish-In",
      { reason: "AUTHORIZATION_FAILURE", topicName: "$aws/things/MyThing/shadow/get" },
      { type: "publish-refused", thing: entry.clientId, topic: "$aws/things/MyThing/shadow/get", bytes: 0, reason: "authorization" },
    ],
    [
      "Subscribe",
      { reason: "AUTHORIZATION_FAILURE", topicName: "$aws/things/MyThing/shadow/#" },
      { type: "subscribe-refused", thing: entry.clientId, filter: "$aws/things/MyThing/shadow/#", reason: "authorization" },
    ],
  ])("%s that failed, %o", (eventType, more, event) => {
    expect(fleetEventsOf({ ...entry, eventType, ...more })).toEqual([{ at: time, ...event }]);
  });

  test.each(["Connect", "Publish-In", "Subscribe", "RuleExecution"])("%s that went well says nothing against anybody", (eventType) => {
    expect(fleetEventsOf({ ...entry, status: "Success", eventType, topicName: "a" })).toEqual([]);
  });

  test.each(["INTERNAL_SERVER_ERROR", "DOMAIN_CONFIGURATION_DISABLED", "CUSTOM_AUTHORIZER_LAMBDA_EXECUTION_ERROR"])(
    "a fault of ours, %s, is nobody's attack",
    (reason) => {
      expect(fleetEventsOf({ ...entry, eventType: "Connection.AuthNError", reason })).toEqual([]);
    },
  );
});

describe("a record of the stream", () => {
  const eventOf = (data: Buffer) => {
    const [record] = kinesisEvent([data]).Records;
    return record === undefined ? undefined : readRecord(record);
  };

  test("knows its shard and its number", () => {
    expect(eventOf(Buffer.from("{}"))).toMatchObject({
      shard: "shardId-000000000006",
      sequence: "49590338271490256608559692538361571095921575989136588898",
      events: undefined,
    });
  });

  test("may hold many lines of a log, and those that are not AWS IoT's are passed over", () => {
    const line = JSON.stringify({
      timestamp: "2017-08-10 15:37:23.476",
      status: "Failure",
      eventType: "Subscribe",
      reason: "AUTHORIZATION_FAILURE",
      clientId: "lock-1",
      topicName: "#",
    });
    expect(eventOf(logEnvelope([line, "not JSON", line, "{}"]))?.events).toHaveLength(2);
    expect(
      eventOf(logEnvelope(["CWL CONTROL MESSAGE: Checking health of destination Kinesis stream."], "CONTROL_MESSAGE"))?.events,
    ).toEqual([]);
  });

  test("that cannot be read is said to be so, whatever is in it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(eventOf(Buffer.from(bytes))?.events).toBeUndefined();
      }),
    );
    expect(eventOf(logEnvelope(["x".repeat(20_000_000)]))?.events).toBeUndefined();
    for (const message of [
      { eventType: "connected" },
      { eventType: "published", size64: 1 },
      { eventType: "JOB_EXECUTION", thingArn: 7 },
      [],
      null,
      7,
    ])
      expect(eventOf(Buffer.from(JSON.stringify(message)))?.events).toBeUndefined();
  });

  test("gives back the event it was made of", () => {
    const events: readonly FleetEvent[] = [
      { type: "connected", at: at(1), thing: "lock-1", clientId: "lock-1", source: "192.0.2.1", certificateId: "ab" },
      ...(["client", "server", "takeover", "keepalive"] as const).map(
        (reason): FleetEvent => ({ type: "disconnected", at: at(2), thing: "lock-1", clientId: "lock-1", reason }),
      ),
      ...(["tls", "certificate", "authorization", "limit"] as const).map(
        (reason): FleetEvent => ({ type: "connect-refused", at: at(3), clientId: "x", source: "192.0.2.1", reason }),
      ),
      { type: "published", at: at(4), thing: "lock-1", topic: "dt/acme/lock-1/telemetry", bytes: 300 },
      { type: "publish-refused", at: at(5), thing: "lock-1", topic: "dt/acme/lock-2/telemetry", bytes: 0, reason: "authorization" },
      { type: "subscribed", at: at(6), thing: "lock-1", filter: "cmd/acme/lock-1/#" },
      { type: "subscribe-refused", at: at(7), thing: "lock-1", filter: "#", reason: "authorization" },
      { type: "job-execution", at: at(8), thing: "lock-1", jobId: "job-1", status: "REJECTED", reasonCode: "digest-mismatch" },
    ];
    for (const event of events) expect(eventOf(recordOf(event))?.events).toEqual([event]);
  });
});
