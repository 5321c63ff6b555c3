import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isRecord } from "../../backend/aws/client.js";
import { number, text, updateItem } from "../../backend/aws/dynamodb.js";
import { verifyChain } from "../../backend/record/evidence-log.js";
import { recorderPortsFrom } from "../../backend/record/handler.js";
import { type RecorderCall, type RecorderPorts, record } from "../../backend/record/incident-recorder.js";
import { type AlarmEvent, alarmEvent } from "../../model/detectors/alarm-event.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import { REPORTING_CLOCKS } from "../../model/incident/clocks.js";
import { type AwsEmulator, EMULATOR_ENVIRONMENT, hasAwsEmulator, startAwsEmulator } from "../support/aws-emulator.js";
import { type LocalEndpoint, startEndpoint } from "../support/local-endpoint.js";
import { at } from "./events.js";

const environmentOf = (url: string, table = "acme-incidents") => ({
  ...EMULATOR_ENVIRONMENT,
  AWS_ENDPOINT_URL: url,
  PRODUCT: "acme",
  INCIDENT_TABLE: table,
  REGIMES: "eu-cra,eu-nis2",
  REMINDER_GROUP: "acme-reporting",
  REMINDER_ROLE: "arn:aws:iam::111122223333:role/acme-reminders-eu-west-1",
  REMINDER_DEAD_LETTERS: "arn:aws:sqs:eu-west-1:111122223333:acme-reminders-failed",
  REMINDER_KEY: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  ALERT_TOPIC: "arn:aws:sns:eu-west-1:111122223333:acme-alerts",
});

const alarm = (thing: string, seconds = 0, severity: "critical" | "medium" = "critical"): AlarmEvent =>
  alarmEvent(
    "acme",
    {
      id: `wide-subscription:${thing}:1`,
      detector: "wide-subscription",
      severity,
      thing,
      firstSeen: at(seconds),
      at: at(seconds),
      metric: "subscribe-refused",
      observed: 1,
      expected: "none",
      windowMs: 10_000,
      evidence: ["2026-11-25T00:00:00.000Z subscribe-refused # (authorization)"],
    },
    DETECTORS,
  );
const open = (event: AlarmEvent): RecorderCall => ({ action: "open", alarm: event });

describe("against a plain HTTP endpoint", () => {
  let endpoint: LocalEndpoint | undefined;
  afterEach(async () => {
    await endpoint?.stop();
    endpoint = undefined;
  });

  test("an alarm becomes one transaction and four one-time schedules that delete themselves", async () => {
    endpoint = await startEndpoint(() => ({ body: {} }));
    const ports = { ...recorderPortsFrom(environmentOf(endpoint.url)), now: () => at(5) };
    const answer = await record(open(alarm("lock-1")), ports);
    expect(answer).toMatchObject({ written: true, incident: expect.stringMatching(/^inc-[0-9a-f]{16}$/) });
    const transaction = endpoint.requests.find(({ headers }) => headers["x-amz-target"] === "DynamoDB_20120810.TransactWriteItems");
    const { TransactItems, ClientRequestToken } = JSON.parse(transaction?.body ?? "") as {
      TransactItems: readonly object[];
      ClientRequestToken: string;
    };
    expect(TransactItems).toHaveLength(4);
    expect(ClientRequestToken).toHaveLength(36);
    const schedules = endpoint.requests.filter(({ path }) => path.startsWith("/schedules/"));
    expect(schedules.map(({ method, path }) => `${method} ${path}`)).toEqual(
      ["cra-incident-early-warning", "cra-incident-notification", "nis2-early-warning", "nis2-notification"].flatMap((clock) =>
        ["soon", "due"].map((kind) => `POST /schedules/${answer.incident}-${clock}-${kind}`),
      ),
    );
    const [soon, due] = schedules.map(({ body }) => JSON.parse(body) as { ScheduleExpression: string; Target: { Input: string } });
    expect(soon).toMatchObject({
      GroupName: "acme-reporting",
      ScheduleExpression: "at(2026-11-25T18:00:00)",
      ScheduleExpressionTimezone: "UTC",
      ActionAfterCompletion: "DELETE",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: {
        Arn: "arn:aws:sns:eu-west-1:111122223333:acme-alerts",
        RoleArn: "arn:aws:iam::111122223333:role/acme-reminders-eu-west-1",
        DeadLetterConfig: { Arn: "arn:aws:sqs:eu-west-1:111122223333:acme-reminders-failed" },
      },
    });
    expect(due?.ScheduleExpression).toBe("at(2026-11-26T00:00:00)");
    expect(due?.Target.Input).toContain("early-warning of severe-incident");
    expect(due?.Target.Input).toContain("eu-cra Art. 14(4)(a)");
    expect(due?.Target.Input).toContain("nobody has yet decided when the provider became aware");
  });

  test("a name of a schedule is one EventBridge Scheduler takes", () => {
    for (const { id } of REPORTING_CLOCKS) expect(`inc-0123456789abcdef-${id}-soon`).toMatch(/^[0-9a-zA-Z-_.]{1,64}$/);
  });
});

test("outside its environment the function does not start", () => {
  expect(() => recorderPortsFrom({})).toThrow("REMINDER_GROUP is not set");
});

const present = hasAwsEmulator("the incident recorder is not run against DynamoDB's transactions and EventBridge Scheduler");

describe.runIf(present)("against an emulator of AWS", () => {
  let aws: AwsEmulator;
  let ports: RecorderPorts;
  let table = "";
  let made = 0;
  const scheduled = async (): Promise<readonly string[]> => {
    const answer = await aws.client({ service: "scheduler", method: "GET", path: "/schedules?ScheduleGroup=acme-reporting" });
    return isRecord(answer) && Array.isArray(answer.Schedules) ? answer.Schedules.map((one: { Name: string }) => one.Name).sort() : [];
  };

  beforeAll(async () => {
    aws = await startAwsEmulator();
    await aws.client({ service: "scheduler", path: "/schedule-groups/acme-reporting", body: { Tags: [] } });
  }, 60_000);
  afterAll(() => aws?.stop());
  beforeEach(async () => {
    table = `acme-incidents-${made++}`;
    await aws.client({
      service: "dynamodb",
      target: "DynamoDB_20120810.CreateTable",
      contentType: "application/x-amz-json-1.0",
      body: {
        TableName: table,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [
          { AttributeName: "id", KeyType: "HASH" },
          { AttributeName: "seq", KeyType: "RANGE" },
        ],
        AttributeDefinitions: [
          { AttributeName: "id", AttributeType: "S" },
          { AttributeName: "seq", AttributeType: "N" },
        ],
      },
    });
    ports = { ...recorderPortsFrom(environmentOf(aws.url, table)), now: () => at(5) };
  });

  test("the same alarm twice is one incident and one record", async () => {
    const first = await record(open(alarm("lock-1")), ports);
    const again = await record(open(alarm("lock-1")), ports);
    expect(again).toMatchObject({ incident: first.incident, written: false });
    expect((await ports.table.chain()).records).toHaveLength(1);
  });

  test("a further alarm of the same thing goes to the incident it has open, one of another day opens its own", async () => {
    const { incident } = await record(open(alarm("lock-1")), ports);
    expect((await record(open(alarm("lock-1", 900)), { ...ports, now: () => at(900) })).incident).toBe(incident);
    expect((await ports.table.find(incident))?.incident).toMatchObject({
      alarms: [alarm("lock-1").key, alarm("lock-1", 900).key],
      things: ["lock-1"],
    });
    expect((await record(open(alarm("lock-1", 90_000)), { ...ports, now: () => at(90_000) })).incident).not.toBe(incident);
  });

  test("many at once stand in one chain that holds from its first record to the head kept apart", async () => {
    await Promise.all(Array.from({ length: 8 }, (_, i) => record(open(alarm(`lock-${i}`, 0, "medium")), ports)));
    const { records, head } = await ports.table.chain();
    expect(records).toHaveLength(8);
    expect(verifyChain(records, head)).toEqual({ ok: true, head });
    expect(head).toMatch(/^[0-9a-f]{64}$/);
  }, 60_000);

  test("a record changed behind the recorder's back breaks the chain at its place", async () => {
    for (const thing of ["a", "b", "c"]) await record(open(alarm(thing, 0, "medium")), ports);
    await updateItem(aws.client, {
      TableName: table,
      Key: { id: text("chain"), seq: number(1) },
      UpdateExpression: "SET #data = :data",
      ExpressionAttributeNames: { "#data": "data" },
      ExpressionAttributeValues: { ":data": text("{}") },
    });
    const { records, head } = await ports.table.chain();
    expect(verifyChain(records, head)).toEqual({ ok: false, seq: 1, problem: "hash" });
  });

  test("what was done is written into the incident once", async () => {
    const event = alarm("lock-1");
    const { incident } = await record(open(event), ports);
    const actions = [{ action: "quarantine", target: "lock-1", alarm: event.key, outcome: "done", reason: "wide-subscription" }] as const;
    expect(await record({ action: "respond", incident, alarm: event, actions }, ports)).toMatchObject({ written: true });
    expect(await record({ action: "respond", incident, alarm: event, actions }, ports)).toMatchObject({ written: false });
    expect((await ports.table.find(incident))?.incident.timeline.map(({ step }) => step)).toEqual(["occurred", "detected", "contained"]);
  });

  test("a person's decision moves the reminders, a report ends them and starts the month", async () => {
    const { incident } = await record(open(alarm("lock-1")), ports);
    const of = (...clocks: readonly string[]): readonly string[] =>
      clocks.flatMap((clock) => [`${incident}-${clock}-due`, `${incident}-${clock}-soon`]).sort();
    const mine = async (): Promise<readonly string[]> => (await scheduled()).filter((name) => name.startsWith(incident));
    expect(await mine()).toEqual(of("cra-incident-early-warning", "cra-incident-notification", "nis2-early-warning", "nis2-notification"));
    const enter = { action: "enter", incident, source: "A. Person" } as const;
    await record(
      {
        ...enter,
        step: "aware",
        text: "Seen and taken for an attack",
        at: "2026-11-25T02:00:00Z",
        judgement: true,
        starts: "aware",
        tracks: ["severe-incident"],
      },
      ports,
    );
    expect(await mine()).toEqual(of("cra-incident-early-warning", "cra-incident-notification"));
    const [due] = of("cra-incident-early-warning");
    expect(await aws.client({ service: "scheduler", method: "GET", path: `/schedules/${due}?groupName=acme-reporting` })).toMatchObject({
      ScheduleExpression: "at(2026-11-26T02:00:00)",
    });
    const reported = {
      ...enter,
      step: "reported",
      text: "Notification sent",
      at: "2026-11-26T10:00:00Z",
      starts: "notification-submitted",
    } as const;
    await record(
      { ...reported, reported: ["cra-incident-early-warning", "cra-incident-notification"], tracks: ["severe-incident"] },
      ports,
    );
    expect(await mine()).toEqual(of("cra-incident-final"));
    expect((await ports.table.find(incident))?.anchors).toEqual({
      aware: Date.UTC(2026, 10, 25, 2),
      "notification-submitted": Date.UTC(2026, 10, 26, 10),
    });
    const { records, head } = await ports.table.chain();
    expect(verifyChain(records, head)).toMatchObject({ ok: true });
  });

  test("a call that makes no sense is refused and leaves nothing behind", async () => {
    const enter = { action: "enter", source: "x", text: "y" } as const;
    await expect(record({ ...enter, incident: "inc-0", step: "aware" }, ports)).rejects.toThrow("there is no incident inc-0");
    const { incident } = await record(open(alarm("lock-1", 0, "medium")), ports);
    await expect(record({ ...enter, incident, step: "note", reported: ["cra-nothing"] }, ports)).rejects.toThrow(
      "there is no clock cra-nothing",
    );
    await expect(record({ ...enter, incident, step: "note", at: "yesterday" }, ports)).rejects.toThrow("at yesterday is no time");
    expect((await ports.table.chain()).records).toHaveLength(1);
  });
});
