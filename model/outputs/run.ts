import { z } from "zod";
import { count, instant, millis, objectiveState, severity, sha256Hex, subjectKind } from "./parts.js";

const names = z.array(z.string());
const nonNegative = z.number().min(0);

const trend = z.strictObject({
  count,
  min: nonNegative,
  avg: nonNegative,
  med: nonNegative,
  p90: nonNegative,
  p95: nonNegative,
  p99: nonNegative,
  p999: nonNegative,
  max: nonNegative,
  buckets: z.array(z.tuple([nonNegative, count])).describe("[upper bound, count], ascending."),
});

const metric = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("trend"), unit: z.enum(["ms", "bytes"]), values: trend }),
  z.strictObject({ type: z.literal("counter"), unit: z.string(), value: nonNegative }),
  z.strictObject({ type: z.literal("rate"), passes: nonNegative, total: nonNegative, value: z.number().min(0).max(1) }),
]);

const threshold = z.strictObject({
  metric: z.string(),
  expression: z.string(),
  ok: z.boolean(),
  observed: z.number().nullable().describe("null: never measured, which misses the threshold."),
  obligations: names,
});

const groundTruth = z.strictObject({
  attack: z.string(),
  instance: count,
  thing: z.string(),
  source: z.string(),
  startedAt: millis,
  endedAt: millis,
  techniques: names,
  detectedBy: z.string().nullable(),
  detectDelayMs: z.number().nullable(),
  containDelayMs: z.number().nullable(),
});

const alarm = z.strictObject({
  id: z.string(),
  detector: z.string(),
  severity,
  thing: z.string().optional(),
  source: z.string().optional(),
  firstSeen: millis,
  at: millis,
  metric: z.string(),
  observed: z.number(),
  expected: z.string(),
  windowMs: z.number(),
  evidence: names,
});

const rollout = z.strictObject({
  id: z.string(),
  release: z.string(),
  tampered: z.string().nullable(),
  targets: count,
  canary: count,
  notified: count,
  succeeded: count,
  failed: count,
  rejected: count,
  timedOut: count,
  neverOffered: count,
  state: z.enum(["completed", "aborted", "unfinished"]),
  abortReason: z.string().nullable(),
  exposureBound: count,
  applied: count,
  reasonCodes: z.record(z.string(), count),
  curve: z.array(z.tuple([z.number(), z.number()])),
});

const proof = z.strictObject({
  id: z.string(),
  sim: z.string(),
  title: z.string(),
  obligations: names,
  subjectKind,
  state: objectiveState.extract(["satisfied", "not-satisfied", "not-evaluated"]),
  measured: z.string(),
  evidence: z.string(),
});

const reachTry = z.strictObject({
  capability: z.string(),
  use: z.string(),
  thing: z.string(),
  clientId: z.string(),
  victim: z.string(),
  topic: z.string().optional(),
  filter: z.string().optional(),
  predicted: z.enum(["allowed", "refused"]).describe("What the analysis of the policy says."),
  observed: z.enum(["allowed", "refused"]).describe("What the broker did."),
  detail: z.string(),
});

/** `bulwark.run/1`: the run.json of a rehearsal. */
export const runSchema = z.strictObject({
  schema: z.literal("bulwark.run/1"),
  scenario: z.string(),
  scenarioHash: sha256Hex,
  seed: count,
  startedAt: instant,
  durationMs: nonNegative,
  state: z.enum(["finished", "interrupted"]),
  engine: z.strictObject({ name: z.literal("wire"), broker: z.string(), transport: z.string(), node: z.string(), cpus: count }),
  fleet: z.strictObject({ devices: count, workers: count, brokers: count, profiles: z.record(z.string(), count) }),
  devicePolicy: z.strictObject({ source: z.string(), address: z.string(), sha256: sha256Hex }),
  reach: z
    .strictObject({ tries: z.array(reachTry), open: names, agrees: z.boolean() })
    .nullable()
    .describe("`bulwark reach` on the device policy, put to a broker; null when the run ended before."),
  metrics: z.record(z.string(), metric),
  thresholds: z.array(threshold),
  series: z.array(z.object({ t: z.number() }).catchall(z.number())),
  phases: z.array(z.strictObject({ name: z.string(), fromS: z.number(), toS: z.number() })),
  attacks: z.array(groundTruth),
  alarms: z.array(alarm),
  falseAlarms: z.array(alarm),
  quarantined: names,
  rollouts: z.array(rollout),
  proofs: z.array(proof),
  decisions: sha256Hex,
  trust: z.strictObject({ ok: z.boolean(), reasons: names, eventLoopP99Ms: nonNegative, cpuShare: nonNegative }),
  notShown: names,
});
