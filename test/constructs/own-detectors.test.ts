import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDetectionEngine } from "../../backend/detection/engine.js";
import { IotBackend } from "../../constructs/index.js";
import type { AlarmEvent } from "../../model/detectors/alarm-event.js";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import { detectorsWith, OWN_DETECTOR_LIMITS } from "../../model/detectors/own.js";
import type { Detector, DetectorLogic } from "../../model/detectors/types.js";
import { rehearse } from "../../simulator/index.js";
import { readStackPolicies } from "../../simulator/wire/stack-policies.js";
import { kinesisEvent, recordOf } from "../backend/aws-shapes.js";
import { published, subscribeRefused } from "../backend/events.js";
import { sketchScenario } from "../simulator/rehearsal-fixture.js";
import type { LambdaFunction } from "../support/lambda-runtime.js";
import { type LocalEndpoint, startEndpoint } from "../support/local-endpoint.js";
import { synthStack } from "../support/synth-stack.js";
import { unzip } from "../support/unzip.js";
import { synthDefence } from "./defence.js";
import { startDeployed } from "./deployed-function.js";
import { PROPS } from "./fleet.js";

const base = { subject: "thing", severity: "high", techniques: [], obligations: ["OBL-CONS-3"] } as const;
/** A detector of another kind of trouble than the shipped ones know, and a shipped one with a threshold of its own. */
const ONE_TOPIC: Detector = {
  ...base,
  id: "billing-read",
  title: "A device asks for invoices",
  logic: { kind: "count", events: ["subscribe-refused"], topics: ["billing/*"], count: 1, windowMs: 60_000 },
  response: "notify",
  runbook: "Tell the billing team: ${name} has no business with invoices.",
};
const SOONER: Detector = {
  ...(DETECTORS.find(({ id }) => id === "foreign-topic-access") as Detector),
  title: "A device asked twice for topics that are not its own",
  logic: { kind: "count", events: ["subscribe-refused"], reasons: ["authorization"], count: 2, windowMs: 60_000 },
};
const OWN = [ONE_TOPIC, SOONER];

const count = (change: Partial<Extract<DetectorLogic, { kind: "count" }>>): Detector => ({
  ...ONE_TOPIC,
  logic: { kind: "count", events: ["subscribe-refused"], count: 1, windowMs: 60_000, ...change },
});
/** As untyped programs and JSON files give them. */
const synthOwn = (detectors: readonly unknown[]) => synthDefence({ detectors: detectors as readonly Detector[] });

describe("own detectors, in the deployed function", () => {
  const stack = synthDefence({ detectors: OWN });
  let endpoint: LocalEndpoint;
  let detection: LambdaFunction;

  beforeAll(async () => {
    endpoint = await startEndpoint(({ headers }) => ({
      body: String(headers["x-amz-target"]).endsWith("PutEvents") ? { FailedEntryCount: 0 } : {},
    }));
    [, detection] = startDeployed(stack, "detection/handler", endpoint.url);
  });
  afterAll(async () => {
    await detection?.stop();
    await endpoint?.stop();
  });

  /** The alarms a batch of Kinesis records leads to. */
  async function alarmsOf(...events: Parameters<typeof recordOf>[0][]): Promise<readonly AlarmEvent[]> {
    const before = endpoint.requests.length;
    expect(await detection.invoke(kinesisEvent(events.map(recordOf)))).toEqual({ failed: false, payload: { batchItemFailures: [] } });
    return endpoint.requests
      .slice(before)
      .filter(({ headers }) => String(headers["x-amz-target"]).endsWith("PutEvents"))
      .flatMap(({ body }) => (JSON.parse(body) as { Entries: readonly { Detail: string }[] }).Entries)
      .map(({ Detail }) => JSON.parse(Detail) as AlarmEvent);
  }

  it("fire at their own thresholds, with their own words, beside the shipped ones", async () => {
    expect(await alarmsOf(subscribeRefused(0, "acme-1", "billing/2026/11"))).toMatchObject([
      { response: "notify", title: ONE_TOPIC.title, runbook: ONE_TOPIC.runbook, alarm: { detector: "billing-read", thing: "acme-1" } },
    ]);
    expect(await alarmsOf(subscribeRefused(0, "acme-2"), subscribeRefused(1, "acme-2"))).toMatchObject([
      { response: "quarantine", title: SOONER.title, alarm: { detector: "foreign-topic-access", expected: "fewer than 2 in 60 s" } },
    ]);
    expect(await alarmsOf(subscribeRefused(0, "acme-3", "#"))).toMatchObject([{ alarm: { detector: "wide-subscription" } }]);
    expect(await alarmsOf(published(0, "acme-4", 200))).toEqual([]);
  });

  it("lie in the signed package and in the synthesized stack, the same", () => {
    const archive = stack.packages.get("detection-handler.zip");
    const file = unzip(archive as Buffer).find(({ name }) => name === "detectors.json");
    const packaged = JSON.parse(file?.content.toString("utf8") ?? "") as readonly Detector[];
    expect(packaged).toEqual(detectorsWith(OWN));
    expect(packaged.map(({ id }) => id)).toEqual([...DETECTORS.map(({ id }) => id), "billing-read"]);
    const { "//": metadata } = stack.get("aws_lambda_function", "defence/detection/function/function").values;
    expect(metadata).toMatchObject({ bulwark: { detectors: packaged } });
  });

  it("change the package, and so what is signed and deployed; without them there is no file of them", () => {
    const without = synthDefence();
    const hash = (of: typeof stack): unknown => of.get("aws_s3_object", "defence/detection/function/package").values.source_hash;
    expect(hash(stack)).not.toBe(hash(without));
    expect(unzip(without.packages.get("detection-handler.zip") as Buffer).map(({ name }) => name)).toEqual(["index.mjs"]);
  });
});

describe("own detectors, in a rehearsal of the stack", () => {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-own-"));
  const stackPath = join(folder, "cdk.tf.json");

  beforeAll(() => {
    const { text } = synthStack((stack) => {
      const defence = { detectors: [{ ...SOONER, id: "curious-device" }] };
      new IotBackend(stack, "fleet", { ...PROPS, product: "smart-home", operations: "none", privacy: "none", defence });
    });
    writeFileSync(stackPath, text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("see the attack they are made for, without a word of them in the scenario but their names", { timeout: 90_000 }, async () => {
    const { scenario } = sketchScenario({
      steadySeconds: 5,
      attacks: "[{ id: snoop, kind: topic-snooping, atSeconds: 0.5, forSeconds: 4, devices: 1, rate: 4, expect: [curious-device] }]",
      thresholds: '"alarms{detector:curious-device}": ["count>=1"]',
    });
    const result = await rehearse(scenario, { stackPath });
    expect(result.thresholds).toMatchObject([{ ok: true }]);
    expect(result.attacks).toMatchObject([{ detectedBy: "curious-device", containDelayMs: expect.any(Number) as number }]);
  });

  it("that the stack does not have are missed before the run, not after", async () => {
    const { scenario } = sketchScenario({
      attacks: "[{ id: snoop, kind: topic-snooping, atSeconds: 0.5, forSeconds: 1, devices: 1, expect: [billing-read] }]",
    });
    await expect(rehearse(scenario, { stackPath })).rejects.toThrow("the stack has no detector billing-read");
  });

  it("that were tampered with in the stack are refused with their name", () => {
    const path = join(folder, "broken.tf.json");
    const { text } = synthDefence({ detectors: OWN });
    writeFileSync(path, text.replaceAll('"windowMs": 60000', '"windowMs": 1'));
    expect(() => readStackPolicies(path, "acme")).toThrow(/has no aws_iot_policy named acme-device/);
    const whole = JSON.parse(text.replaceAll('"windowMs": 60000', '"windowMs": 1')) as { resource: Record<string, unknown> };
    const policy = (name: string) => ({ name, policy: "{}" });
    whole.resource.aws_iot_policy = { device: policy("acme-device"), quarantine: policy("acme-quarantine") };
    writeFileSync(path, JSON.stringify(whole));
    expect(() => readStackPolicies(path, "acme")).toThrow("broken.tf.json: detector foreign-topic-access: logic.windowMs");
  });
});

const refusal = (...detectors: readonly unknown[]): unknown => {
  try {
    return synthOwn(detectors);
  } catch (error) {
    return error;
  }
};

describe("an own detector is refused at construction", () => {
  it.each([
    ["that is none", { id: "x" }, "x: title"],
    ["with a key nobody reads", { ...ONE_TOPIC, treshold: 3 }, "billing-read: it: Unrecognized key"],
    ["whose id is no id", { ...ONE_TOPIC, id: "Billing Read" }, "id: expected lower-case letters"],
    ["whose window is shorter than a second", count({ windowMs: 10 }), "logic.windowMs"],
    ["whose instructions do not fit into an alarm", { ...ONE_TOPIC, runbook: "x".repeat(OWN_DETECTOR_LIMITS.runbook + 1) }, "runbook"],
    ["that quarantines an address", { ...ONE_TOPIC, subject: "source", response: "quarantine" }, "quarantines, which takes subject thing"],
    ["that blocks a device", { ...ONE_TOPIC, response: "block-source" }, "blocks an address, which takes subject source"],
    [
      "that asks an event for what it has not",
      count({ events: ["published"], reasons: ["authorization"] }),
      "counts published, which has no reason",
    ],
    ["that tells clients apart by messages", count({ distinct: "clientId" }), "counts subscribe-refused, which names no client id"],
    [
      "that looks for addresses in silence",
      { ...ONE_TOPIC, subject: "source", logic: { kind: "silence", factor: 5, floorMs: 300_000, learnIntervals: 10 } },
      "what a silence is made of names none",
    ],
  ])("%s", (_, detector, message) => {
    expect(refusal(detector)).toMatchObject({ code: "BW_PROP_INVALID", message: expect.stringContaining(message) as string });
  });

  it("with another's id, or when there are too many of them, or they remember or say too much", () => {
    expect(() => synthOwn([ONE_TOPIC, ONE_TOPIC])).toThrow("has the id of another");
    const many = (n: number, change: object = {}): readonly Detector[] =>
      Array.from({ length: n }, (_, i) => ({ ...ONE_TOPIC, id: `own-${i}`, ...change }));
    expect(() => synthOwn(many(OWN_DETECTOR_LIMITS.detectors))).toThrow("40 are the most");
    const distinct = count({ events: ["connect-refused"], distinct: "clientId", count: 2_500 }).logic;
    expect(() => synthOwn(many(2, { logic: distinct }))).toThrow("5000 are the most its entry has room for");
    const topics = Array.from({ length: 64 }, (_, i) => `${"x".repeat(250)}${i}`);
    expect(() => synthOwn(many(10, { logic: count({ topics }).logic }))).toThrow("131072 are the most");
  });

  it("and what is let through fits into the entry of one device, all detectors full", () => {
    const room = OWN_DETECTOR_LIMITS.detectors - DETECTORS.length;
    const shipped = DETECTORS.reduce((sum, { logic }) => sum + (logic.kind === "count" && logic.distinct ? logic.count : 0), 0);
    const each = Math.floor((OWN_DETECTOR_LIMITS.distinct - shipped) / room);
    const full = detectorsWith(
      Array.from({ length: room }, (_, i) => ({
        ...count({ events: ["connect-refused"], distinct: "clientId", count: each }),
        id: `own-${i}`,
      })),
    );
    expect(synthOwn(full.slice(DETECTORS.length)).packages.has("detection-handler.zip")).toBe(true);
    const engine = createDetectionEngine(full);
    const source = "2001:db8:1111:2222:3333:4444:5555:6666";
    for (let i = 0; i < 2 * each; i++)
      engine.observe({
        type: "connect-refused",
        at: 1_795_000_000_000 + i,
        thing: `acme-${"x".repeat(100)}`,
        clientId: `${i}${"c".repeat(120)}`,
        source,
        reason: "authorization",
      });
    // DynamoDB takes 400 KB, and the entry holds a little more than the engine's state.
    expect(JSON.stringify(engine.state()).length).toBeLessThan(380_000);
    expect(JSON.stringify(engine.state()).length).toBeGreaterThan(150_000);
  });
});
