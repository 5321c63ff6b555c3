import { groupBy } from "../model/group.js";
import { isMetricName, METRICS, specOf } from "../model/metrics.js";
import type { GroundTruth, RunResult, ThresholdResult } from "../model/run.js";
import { byteSize, duration, grouped, percent, significant } from "./text.js";

/** `detect_delay{attack:x}` -> the declared metric's title, or the name itself when it is not ours. */
export function metricTitle(key: string): string {
  const name = key.split("{")[0] ?? key;
  return isMetricName(name) ? METRICS[name].title : name;
}

/** The observed value of a threshold in the metric's unit. */
export function observedText({ metric, expression, observed }: ThresholdResult): string {
  if (observed === null) return "never measured";
  const name = metric.split("{")[0] ?? metric;
  if (!isMetricName(name)) return significant(observed);
  const { type, unit } = specOf(name);
  if (type === "rate") return percent(observed);
  if (type === "trend" && !expression.trim().startsWith("count")) return unit === "bytes" ? byteSize(observed) : duration(observed);
  return expression.trim().startsWith("rate") ? `${significant(observed)}/s` : grouped(Math.round(observed));
}

/**
 * Second of the run's own axis (that of its series and phases) at a wall-clock time. Zero is where devices began to connect; preparing comes
 * before it, so the earliest phase says how far `startedAt` lies before zero.
 */
export const secondsInto = (run: RunResult, at: number): number => (at - Date.parse(run.startedAt)) / 1000 + beginning(run);

/** Last second of the run on that axis. */
export const endOf = (run: RunResult): number => run.durationMs / 1000 + beginning(run);

const beginning = ({ phases }: RunResult): number => Math.min(0, ...phases.map(({ fromS }) => fromS));

export interface AttackSummary {
  readonly attack: string;
  readonly instances: readonly GroundTruth[];
  readonly detected: number;
  readonly contained: number;
  /** Detection delays in ms, ascending. */
  readonly delays: readonly number[];
  readonly containDelays: readonly number[];
  readonly detectors: readonly string[];
}

export function attackSummaries(run: RunResult): AttackSummary[] {
  return [...groupBy(run.attacks, ({ attack }) => attack)].map(([attack, instances]) => ({
    attack,
    instances,
    detected: instances.filter(({ detectedBy }) => detectedBy !== null).length,
    contained: instances.filter(({ containDelayMs }) => containDelayMs !== null).length,
    delays: ascending(instances.map(({ detectDelayMs }) => detectDelayMs)),
    containDelays: ascending(instances.map(({ containDelayMs }) => containDelayMs)),
    detectors: [...new Set(instances.flatMap(({ detectedBy }) => detectedBy ?? []))].sort(),
  }));
}

function ascending(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null).sort((a, b) => a - b);
}

/** Middle of an ascending list; the lower of the two when there are two. */
export const medianOf = (sorted: readonly number[]): number => sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
