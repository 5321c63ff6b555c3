import type { Alarm, Millis } from "./detectors/types.js";
import type { Proof } from "./evidence.js";

/** Distribution of a trend metric, milliseconds unless the name says otherwise. Percentiles are exact to three significant digits. */
export interface TrendSummary {
  readonly count: number;
  readonly min: number;
  readonly avg: number;
  readonly med: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
  /** Sparse histogram buckets `[upperBound, count]`, ascending: mergeable, and enough to draw. */
  readonly buckets: readonly (readonly [number, number])[];
}

export type Metric =
  | { readonly type: "trend"; readonly unit: "ms" | "bytes"; readonly values: TrendSummary }
  | { readonly type: "counter"; readonly unit: string; readonly value: number }
  | { readonly type: "rate"; readonly passes: number; readonly total: number; readonly value: number };

export interface ThresholdResult {
  /** Metric name with tags, `detect_delay{attack:snooping}`. */
  readonly metric: string;
  /** `p(95)<5000` */
  readonly expression: string;
  readonly ok: boolean;
  readonly observed: number | null;
  readonly obligations: readonly string[];
}

/** One second of a run. `t` is seconds from the start of the run. */
export interface SeriesPoint {
  readonly t: number;
  readonly [series: string]: number;
}

/** What was really done, known before anything is detected: the yardstick for recall and delay. */
export interface GroundTruth {
  readonly attack: string;
  readonly instance: number;
  readonly thing: string;
  readonly source: string;
  readonly startedAt: Millis;
  readonly endedAt: Millis;
  readonly techniques: readonly string[];
  /** The first alarm of an expected detector, or null when it was missed. */
  readonly detectedBy: string | null;
  readonly detectDelayMs: number | null;
  /** From the start of the attack to the moment the thing or source could do nothing more; null when it never was. */
  readonly containDelayMs: number | null;
}

export interface RolloutOutcome {
  readonly id: string;
  readonly release: string;
  readonly tampered: string | null;
  readonly targets: number;
  readonly canary: number;
  /** notified = offered to a device; the rest are terminal states of the job execution. */
  readonly notified: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly rejected: number;
  readonly timedOut: number;
  readonly neverOffered: number;
  readonly state: "completed" | "aborted" | "unfinished";
  readonly abortReason: string | null;
  /** Most devices that could be exposed before the abort rule can fire, computed before the run from the rollout plan. */
  readonly exposureBound: number;
  /** Devices that run the release at the end. For a tampered one this must be 0. */
  readonly applied: number;
  readonly reasonCodes: Readonly<Record<string, number>>;
  /** `[t seconds, devices updated]`, ascending. */
  readonly curve: readonly (readonly [number, number])[];
}

/** One way to get at another device, put to a broker under the device policy. */
export interface ReachTry {
  readonly capability: string;
  readonly use: string;
  readonly thing: string;
  readonly clientId: string;
  readonly victim: string;
  readonly topic?: string;
  readonly filter?: string;
  /** What the analysis of the policy says. */
  readonly predicted: "allowed" | "refused";
  /** What the broker did. */
  readonly observed: "allowed" | "refused";
  readonly detail: string;
}

export interface ReachReplay {
  readonly tries: readonly ReachTry[];
  /** What the analysis leaves open, one sentence each. */
  readonly open: readonly string[];
  /** The broker did with every try what the analysis says. */
  readonly agrees: boolean;
}

export interface RunResult {
  readonly schema: "bulwark.run/1";
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly state: "finished" | "interrupted";
  readonly engine: {
    readonly name: "wire";
    readonly broker: string;
    readonly transport: string;
    readonly node: string;
    readonly cpus: number;
  };
  readonly fleet: {
    readonly devices: number;
    readonly workers: number;
    readonly brokers: number;
    readonly profiles: Readonly<Record<string, number>>;
  };
  /** The synthesized policy the fleet ran under: where from, and the SHA-256 of its canonical JSON. */
  readonly devicePolicy: { readonly source: string; readonly address: string; readonly sha256: string };
  /** `bulwark reach` on that policy, confirmed or contradicted by a broker; null when the run ended before. */
  readonly reach: ReachReplay | null;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly thresholds: readonly ThresholdResult[];
  readonly series: readonly SeriesPoint[];
  readonly phases: readonly { readonly name: string; readonly fromS: number; readonly toS: number }[];
  readonly attacks: readonly GroundTruth[];
  readonly alarms: readonly Alarm[];
  readonly falseAlarms: readonly Alarm[];
  readonly quarantined: readonly string[];
  readonly rollouts: readonly RolloutOutcome[];
  readonly proofs: readonly Proof[];
  /** SHA-256 over what must be equal for an equal seed: targets, canaries, verdicts, quarantined things. Times are left out. */
  readonly decisions: string;
  /** Can this run be trusted? Reasons are sentences; any of them makes the exit code 5. */
  readonly trust: { readonly ok: boolean; readonly reasons: readonly string[]; readonly eventLoopP99Ms: number; readonly cpuShare: number };
  readonly notShown: readonly string[];
}
