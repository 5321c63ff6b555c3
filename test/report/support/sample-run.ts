import type { Alarm } from "../../../model/detectors/types.js";
import type { Proof } from "../../../model/evidence.js";
import type { GroundTruth, RolloutOutcome, RunResult } from "../../../model/run.js";
import { MetricRegistry } from "../../../simulator/run/metrics.js";
import { streamFor } from "../../../simulator/run/random.js";
import { SeriesRecorder } from "../../../simulator/run/series.js";
import { judgeThreshold, parseThreshold } from "../../../simulator/run/thresholds.js";

const START = Date.UTC(2026, 10, 25, 9, 30, 0);
const DEVICES = 1000;
const PREPARE = 4;
const RAMP = 12;
const END = 72;

const ATTACKS = [
  { id: "snooping", detector: "foreign-topic-access", at: 18, lasts: 12, instances: 6, typical: 900, techniques: ["T0801"] },
  { id: "brute-force", detector: "credential-guessing", at: 26, lasts: 15, instances: 4, typical: 2600, techniques: ["T1110"] },
  { id: "exfiltration", detector: "outbound-volume", at: 36, lasts: 20, instances: 5, typical: 6200, techniques: ["T1041"] },
];

const THRESHOLDS: readonly (readonly [string, string, readonly string[]])[] = [
  ["connect_success", "rate>=0.99", ["OBL-IAM-2"]],
  ["publish_success", "rate>=0.995", []],
  ["puback_latency", "p(99)<250", []],
  ["detect_delay{attack:snooping}", "p(95)<5000", ["OBL-IAM-8"]],
  ["detect_delay{attack:brute-force}", "p(95)<5000", ["OBL-IAM-1"]],
  ["detect_delay{attack:exfiltration}", "p(95)<8000", ["OBL-CONS-3"]],
  ["attack_detected", "rate==1", ["OBL-INC-1"]],
  ["attack_contained", "rate>=0.9", ["OBL-INC-2"]],
  ["false_alarms", "count==0", []],
  ["foreign_messages_read", "count==0", ["OBL-IAM-8"]],
  ["tampered_applied", "count==0", ["OBL-SDLC-6"]],
  ["update_success{rollout:spring}", "rate>=0.97", ["OBL-CONS-10"]],
];

/** A rehearsal as the wire engine reports one, from a seed: the figures hang together (truth, alarms, metrics, series, thresholds). Made once. */
export function sampleRun(): RunResult {
  made ??= makeRun(7);
  return made;
}

let made: RunResult | undefined;

function makeRun(seed: number): RunResult {
  const metrics = new MetricRegistry();
  const series = new SeriesRecorder();
  const connectedAt = connectFleet(seed, metrics);
  const attacks = attackFleet(seed, metrics);
  const alarms = attacks.flatMap(alarmOf);
  const rollouts = [honestRollout(seed, metrics), tamperedRollout(metrics)];
  recordSeries(seed, series, metrics, connectedAt, attacks, rollouts);
  const all = metrics.toMetrics();
  return {
    schema: "bulwark.run/1",
    scenario: "smart-home-night",
    scenarioHash: "8c1f0e6e0d6b2f7d5f3f4f5b0a9d8c7b6a5948372615049382716f5e4d3c2b1a",
    seed,
    startedAt: new Date(START - PREPARE * 1000).toISOString(),
    durationMs: (PREPARE + END) * 1000,
    state: "finished",
    engine: { name: "wire", broker: "Aedes 1.2.0", transport: "MQTT 3.1.1 over mutual TLS 1.3", node: "v20.20.2", cpus: 2 },
    fleet: { devices: DEVICES, workers: 2, brokers: 1, profiles: { "door-lock": 600, camera: 300, hub: 100 } },
    devicePolicy: {
      source: "cdktf.out/stacks/smart-home/cdk.tf.json",
      address: "aws_iot_policy.fleet_Identity_DevicePolicy",
      sha256: "5f3c".padEnd(64, "a9"),
    },
    reach: {
      tries: [
        {
          capability: "read-foreign",
          use: "read",
          thing: "attacker",
          clientId: "attacker",
          victim: "victim",
          topic: "dt/smart-home/victim/data",
          filter: "dt/smart-home/victim/data",
          predicted: "refused",
          observed: "refused",
          detail: "subscription refused",
        },
      ],
      open: [],
      agrees: true,
    },
    metrics: all,
    thresholds: THRESHOLDS.map(([metric, expression, obligations]) => {
      const parsed = parseThreshold({ metric, expression, obligations });
      if ("problem" in parsed) throw new Error(parsed.problem);
      return judgeThreshold(parsed.threshold, all, END * 1000);
    }),
    series: series.points(END - 1),
    phases: [
      { name: "prepare", fromS: -PREPARE, toS: 0 },
      { name: "connect", fromS: 0, toS: RAMP },
      { name: "steady", fromS: RAMP, toS: END },
    ],
    attacks,
    alarms,
    falseAlarms: [],
    quarantined: attacks
      .filter(({ attack, containDelayMs }) => attack !== "brute-force" && containDelayMs !== null)
      .map(({ thing }) => thing),
    rollouts,
    proofs: proofs(),
    decisions: "1b2c".padEnd(64, "d4"),
    trust: { ok: true, reasons: [], eventLoopP99Ms: 31.2, cpuShare: 0.63 },
    notShown: [
      "The devices are simulated: key storage and secure boot of the product were not tested.",
      "Nothing was lost on the network: loopback has no packet loss.",
      "One broker process: behaviour of a cluster was not rehearsed.",
    ],
  };
}

function connectFleet(seed: number, metrics: MetricRegistry): number[] {
  return Array.from({ length: DEVICES }, (_, device) => {
    const random = streamFor(seed, "connect", device);
    const took = 6 + 40 * random.uniform() ** 4 + (random.chance(0.02) ? 120 * random.uniform() : 0);
    metrics.record("connect_duration", took);
    metrics.rate("connect_success", true);
    metrics.add("connects");
    return (device / DEVICES) * RAMP * 0.94 + took / 1000;
  });
}

function attackFleet(seed: number, metrics: MetricRegistry): GroundTruth[] {
  const things = streamFor(seed, "targets").sample(
    Array.from({ length: DEVICES }, (_, device) => device),
    15,
  );
  let next = 0;
  return ATTACKS.flatMap(({ id, detector, at, lasts, instances, typical, techniques }) =>
    Array.from({ length: instances }, (_, instance): GroundTruth => {
      const random = streamFor(seed, "attack", id, instance);
      // One slow exfiltration stays under the detector's floor: a report must be able to show a miss.
      const missed = id === "exfiltration" && instance === 4;
      const delay = typical * (0.55 + 0.9 * random.uniform());
      const contained = missed ? null : delay + 120 + 380 * random.uniform();
      const startedAt = START + (at + 2 * random.uniform()) * 1000;
      metrics.rate("attack_detected", !missed, 1, id);
      metrics.rate("attack_contained", contained !== null, 1, id);
      if (!missed) metrics.record("detect_delay", delay, id);
      if (contained !== null) metrics.record("contain_delay", contained, id);
      const thing = `door-lock-${String(things[next++] ?? 0).padStart(4, "0")}`;
      return {
        attack: id,
        instance,
        thing,
        source: `127.0.0.${10 + instance}`,
        startedAt,
        endedAt: startedAt + lasts * 1000,
        techniques,
        detectedBy: missed ? null : detector,
        detectDelayMs: missed ? null : delay,
        containDelayMs: contained,
      };
    }),
  );
}

function alarmOf(truth: GroundTruth): Alarm[] {
  if (truth.detectedBy === null || truth.detectDelayMs === null) return [];
  const at = truth.startedAt + truth.detectDelayMs;
  return [
    {
      id: `${truth.detectedBy}/${truth.thing}/1`,
      detector: truth.detectedBy,
      severity: "high",
      thing: truth.thing,
      firstSeen: at,
      at,
      metric: "refused subscriptions",
      observed: 6,
      expected: "at most 5 in 60 s",
      windowMs: 60_000,
      evidence: [`${truth.thing} reached for dt/other/state`],
    },
  ];
}

function honestRollout(seed: number, metrics: MetricRegistry): RolloutOutcome {
  const random = streamFor(seed, "rollout");
  const curve: [number, number][] = [];
  let t = 20;
  for (let updated = 0; updated <= 594; updated += updated < 30 ? 3 : 6) {
    curve.push([Number(t.toFixed(1)), updated]);
    t += updated === 30 ? 6 : updated < 30 ? 0.4 + random.uniform() * 0.3 : 0.1 + random.uniform() * 0.4;
  }
  for (let i = 0; i < 600; i++) {
    const ok = i < 594;
    metrics.record("update_duration", 900 + 2400 * random.uniform(), "spring");
    metrics.rate("update_success", ok, 1, "spring");
    metrics.add(ok ? "updates_succeeded" : "updates_failed", 1, "spring");
  }
  return {
    id: "spring",
    release: "1.1.0",
    tampered: null,
    targets: 600,
    canary: 30,
    notified: 600,
    succeeded: 594,
    failed: 4,
    rejected: 0,
    timedOut: 2,
    neverOffered: 0,
    state: "completed",
    abortReason: null,
    exposureBound: 120,
    applied: 594,
    reasonCodes: { DOWNLOAD_FAILED: 4 },
    curve,
  };
}

function tamperedRollout(metrics: MetricRegistry): RolloutOutcome {
  metrics.rate("tamper_refused", 15, 15, "spring-tampered");
  metrics.add("exposed_devices", 15, "spring-tampered");
  return {
    id: "spring-tampered",
    release: "1.1.1",
    tampered: "image",
    targets: 300,
    canary: 15,
    notified: 15,
    succeeded: 0,
    failed: 15,
    rejected: 0,
    timedOut: 0,
    neverOffered: 285,
    state: "aborted",
    abortReason: "15 of 15 executions FAILED, threshold 10 % after 10",
    exposureBound: 15,
    applied: 0,
    reasonCodes: { SIGNATURE_INVALID: 15 },
    curve: [
      [44, 0],
      [46.5, 0],
    ],
  };
}

function recordSeries(
  seed: number,
  series: SeriesRecorder,
  metrics: MetricRegistry,
  connectedAt: readonly number[],
  attacks: readonly GroundTruth[],
  rollouts: readonly RolloutOutcome[],
): void {
  const random = streamFor(seed, "series");
  let quarantined = 0;
  for (let t = 0; t < END; t++) {
    const connected = connectedAt.filter((at) => at <= t + 1).length;
    quarantined = attacks.filter(
      ({ attack, startedAt, containDelayMs }) =>
        attack !== "brute-force" && containDelayMs !== null && (startedAt + containDelayMs - START) / 1000 <= t,
    ).length;
    series.set("connected", t, connected - quarantined);
    series.set("quarantined", t, quarantined);
    series.set("updated", t, Math.max(0, ...(rollouts[0]?.curve ?? []).filter(([at]) => at <= t).map(([, updated]) => updated)));
    const bursting = attacks.filter((truth) => truth.attack === "exfiltration" && live(truth, t)).length;
    const published = Math.round(connected * 0.35 * (0.94 + 0.12 * random.uniform()) + bursting * 45);
    series.add("published", t, published);
    series.add("delivered", t, Math.round(published * (0.985 + 0.015 * random.uniform())));
    series.add("refused", t, 20 * attacks.filter((truth) => truth.attack !== "exfiltration" && live(truth, t)).length);
    metrics.add("publishes_planned", published);
    metrics.add("publishes_sent", published);
    metrics.add("publishes_acked", published);
    metrics.add("messages_delivered", published);
    metrics.rate("publish_success", published, published);
    for (let i = 0; i < published; i++) {
      const latency = 0.4 + 1.8 * -Math.log(1 - random.uniform()) + (random.chance(0.01) ? 40 * random.uniform() : 0);
      metrics.record("puback_latency", latency);
      metrics.record("delivery_latency", latency + 0.3 + 2.2 * -Math.log(1 - random.uniform()));
    }
  }
}

function live({ startedAt, endedAt, containDelayMs }: GroundTruth, t: number): boolean {
  const end = containDelayMs === null ? endedAt : startedAt + containDelayMs;
  return t >= Math.floor((startedAt - START) / 1000) && t <= (end - START) / 1000;
}

function proofs(): Proof[] {
  const proof = (
    id: string,
    sim: string,
    title: string,
    obligations: readonly string[],
    measured: string,
    state: Proof["state"] = "satisfied",
  ): Proof => ({
    id,
    sim,
    title,
    obligations,
    subjectKind: "simulated-device",
    state,
    measured,
    evidence: `attacks/${id}`,
  });
  return [
    proof(
      "snooping",
      "SIM-02",
      "Foreign topics are out of reach",
      ["OBL-IAM-8"],
      "6 devices tried 1,140 foreign topics; 0 messages were read.",
    ),
    proof("brute-force", "SIM-05", "Credential guessing is stopped", ["OBL-IAM-1"], "4 sources were blocked after at most 24 attempts."),
    proof(
      "exfiltration",
      "SIM-07",
      "Exfiltration is seen",
      ["OBL-CONS-3", "OBL-INC-1"],
      "4 of 5 bursts were detected, the slowest after 7.9 s; one was missed.",
      "not-satisfied",
    ),
    proof(
      "quarantine",
      "SIM-09",
      "A taken device is contained",
      ["OBL-CONS-4", "OBL-INC-2"],
      "10 of 11 devices were contained, the slowest after 8.3 s.",
    ),
    proof("update", "SIM-10", "A signed update reaches the fleet", ["OBL-SDLC-6", "OBL-CONS-13"], "594 of 600 devices run 1.1.0."),
    proof(
      "tampered",
      "SIM-11",
      "A tampered image is refused",
      ["OBL-SDLC-6", "OBL-SDLC-7"],
      "15 of 15 devices refused it; 0 of 300 run it.",
    ),
    proof(
      "canary",
      "SIM-14",
      "A bad release stops at the canary",
      ["OBL-CONS-11", "OBL-CONS-12", "OBL-CONS-13"],
      "Aborted after 15 of 300 devices; the bound was 15.",
    ),
  ];
}
