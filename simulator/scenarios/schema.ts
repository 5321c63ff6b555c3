import { z } from "zod";
import { DETECTORS } from "../../model/detectors/catalogue.js";
import { obligationId } from "../../model/documents/scalars.js";

/** Largest MQTT payload AWS IoT Core takes, bytes. Source: https://docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits */
const MAX_PAYLOAD_BYTES = 131_072;
/** Longest run, seconds: a rehearsal runs in real time, and a day is a mistake more often than a wish. */
const MAX_SECONDS = 86_400;

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case letters, digits and single hyphens, like door-lock")
  .max(64);
const seconds = z.number().min(0).max(MAX_SECONDS);
const positiveSeconds = z.number().gt(0).max(MAX_SECONDS);
const bytes = z.int().min(1).max(MAX_PAYLOAD_BYTES);
/** Which there are, the stack says: it may have own ones. */
const detectorId = id.meta({ examples: DETECTORS.map((detector) => detector.id) });
const relativePath = z.string().min(1);

const backend = z
  .strictObject({
    product: id.describe("Product whose device policy the fleet runs under."),
    app: relativePath.optional().describe("CDKTF app that synthesizes the stack, relative to this file."),
    stack: relativePath.optional().describe("cdk.tf.json already synthesized, relative to this file."),
    account: z
      .string()
      .regex(/^\d{12}$/, "expected the twelve digits of an AWS account")
      .describe("Stands for the account in ARNs of the device policy."),
    region: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "expected an AWS region, like eu-central-1")
      .describe("Stands for the region in ARNs of the device policy."),
  })
  .describe("Where the device policy comes from: exactly one of app and stack.");

const telemetry = z.strictObject({
  everySeconds: positiveSeconds.describe("Interval of one device."),
  bytes: bytes.describe("Payload of one message."),
  topic: z.string().min(1).max(256).optional().describe("Topic; ${thingName} stands for the device."),
});

const profile = z.strictObject({
  name: id,
  count: z.int().min(1).max(1_000_000),
  model: id.describe("Hardware model; a release names the model it is for."),
  version: z.string().min(1).max(64).describe("Firmware the devices start with."),
  telemetry,
});

const attack = z.strictObject({
  id,
  kind: z.enum(["topic-snooping", "credential-brute-force", "exfiltration-burst"]),
  atSeconds: seconds.describe("From the beginning of the steady phase."),
  forSeconds: positiveSeconds,
  devices: z.int().min(1).describe("Attacked devices (or attacking sources), drawn from the seed."),
  rate: z.number().gt(0).max(10_000).optional().describe("Attempts or messages a second, one device."),
  bytes: bytes.optional().describe("Payload of one message of an exfiltration burst."),
  expect: z.array(detectorId).min(1).describe("Detectors of which at least one must raise the alarm."),
  obligations: z.array(obligationId).optional().describe("Obligations the outcome is evidence for."),
});

const rollout = z.strictObject({
  id,
  atSeconds: seconds.describe("From the beginning of the steady phase."),
  plan: relativePath.describe("Rollout document, relative to this file."),
  release: z.strictObject({
    version: z.string().min(1).max(64),
    sizeBytes: z
      .int()
      .min(1)
      .max(64 * 1024 * 1024),
    hardware: id.describe("Model of the profiles that get it."),
  }),
  tamper: z.enum(["image", "signature", "manifest"]).optional().describe("What is changed after signing; every device must then refuse."),
});

const threshold = z.union([z.string().min(1), z.strictObject({ expr: z.string().min(1), obligations: z.array(obligationId).min(1) })]);

/** A rehearsal as data. Unknown keys are refused: a misspelt threshold would otherwise pass. */
export const scenarioSchema = z.strictObject({
  name: id,
  seed: z.int().min(0).max(4_294_967_295),
  backend,
  fleet: z.strictObject({
    profiles: z.array(profile).min(1),
    workers: z.int().min(1).max(64).optional().describe("Worker processes; left out, the run chooses."),
  }),
  broker: z.strictObject({ port: z.int().min(1).max(65_535).optional().describe("Left out, the system chooses.") }).default({}),
  connect: z.strictObject({
    rampSeconds: seconds.describe("Over which the connections are spread."),
    inflight: z.int().min(1).max(10_000).describe("Most handshakes at a time, over all workers."),
  }),
  steadySeconds: positiveSeconds.describe(
    "Length of the steady phase, in which attacks and roll-outs happen. What is still under way at its end gets up to 45 seconds more.",
  ),
  attacks: z.array(attack).default([]),
  rollouts: z.array(rollout).default([]),
  rolloutTimeScale: z
    .number()
    .min(1)
    .max(10_000)
    .default(1)
    .describe("How many times faster than the plan the roll-outs run: 60 makes a minute a second."),
  thresholds: z.record(z.string().min(1), z.array(threshold).min(1)),
  trust: z
    .strictObject({
      eventLoopP99Ms: z.number().gt(0).default(200).describe("Above this delay of the measuring processes the run is not trusted."),
      maxDroppedShare: z
        .number()
        .min(0)
        .max(1)
        .default(0.01)
        .describe("Above this share of planned messages never sent the run is not trusted."),
    })
    .prefault({}),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioAttack = Scenario["attacks"][number];
export type AttackKind = ScenarioAttack["kind"];
