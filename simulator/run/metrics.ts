import type { Metric } from "../../model/run.js";
import { Histogram, type HistogramJson } from "./histogram.js";
import {
  type CounterName,
  isMetricName,
  METRIC_NAMES,
  type MetricName,
  metricKey,
  type RateName,
  specOf,
  type TrendName,
} from "./metric-names.js";

/** What one process measured, as plain JSON. Keys are `name` or `name{tag:value}`. Adding the snapshots of all processes gives the run. */
export interface MetricsSnapshot {
  readonly trends: Readonly<Record<string, HistogramJson>>;
  readonly counters: Readonly<Record<string, number>>;
  readonly rates: Readonly<Record<string, readonly [passes: number, total: number]>>;
}

/** Counts, rates and distributions of a run. A value recorded under a tag counts in the untagged metric too. */
export class MetricRegistry {
  readonly #trends = new Map<string, Histogram>();
  readonly #counters = new Map<string, number>();
  readonly #rates = new Map<string, { passes: number; total: number }>();

  /** Records one value of a trend, in the metric's unit (`ms` or `bytes`). */
  record(name: TrendName, value: number, tagValue?: string): void {
    this.trend(name).record(value);
    if (tagValue !== undefined) this.trend(name, tagValue).record(value);
  }

  /** The histogram itself, for hot paths that would rather not look a name up per message. Recording here does not reach the untagged metric. */
  trend(name: TrendName, tagValue?: string): Histogram {
    return this.#histogram(metricKey(name, tagValue));
  }

  add(name: CounterName, by = 1, tagValue?: string): void {
    if (!(by >= 0)) throw new RangeError(`counter ${name} only grows, not by ${by}`);
    this.#count(name, by);
    if (tagValue !== undefined) this.#count(metricKey(name, tagValue), by);
  }

  /** Counts `total` trials of which `passes` passed (default: one trial). */
  rate(name: RateName, passes: boolean | number, total = 1, tagValue?: string): void {
    const passed = Number(passes);
    if (!(passed >= 0 && passed <= total)) throw new RangeError(`rate ${name}: ${passed} of ${total}`);
    this.#trial(name, passed, total);
    if (tagValue !== undefined) this.#trial(metricKey(name, tagValue), passed, total);
  }

  value(name: CounterName, tagValue?: string): number {
    return this.#counters.get(metricKey(name, tagValue)) ?? 0;
  }

  snapshot(): MetricsSnapshot {
    return {
      trends: Object.fromEntries([...this.#trends].map(([key, histogram]) => [key, histogram.toJSON()])),
      counters: Object.fromEntries(this.#counters),
      rates: Object.fromEntries([...this.#rates].map(([key, { passes, total }]) => [key, [passes, total] as const])),
    };
  }

  /** Adds what another process measured. Throws RangeError on a metric that is not declared, before anything is added. */
  merge(snapshot: MetricsSnapshot): void {
    for (const key of [...Object.keys(snapshot.trends), ...Object.keys(snapshot.counters), ...Object.keys(snapshot.rates)]) nameOf(key);
    for (const [key, json] of Object.entries(snapshot.trends)) this.#histogram(key).merge(json);
    for (const [key, value] of Object.entries(snapshot.counters)) this.#count(key, value);
    for (const [key, [passes, total]] of Object.entries(snapshot.rates)) this.#trial(key, passes, total);
  }

  /** The `metrics` of a RunResult, in the order of their declaration. A counter nobody touched is 0; an empty trend or rate is left out. */
  toMetrics(): Record<string, Metric> {
    const metrics: Record<string, Metric> = {};
    for (const name of METRIC_NAMES) {
      const { type } = specOf(name);
      if (type === "counter" && !this.#counters.has(name)) metrics[name] = { type, unit: specOf(name).unit, value: 0 };
      for (const key of this.#keysOf(name)) {
        const metric = this.#metric(key);
        if (metric !== null) metrics[key] = metric;
      }
    }
    return metrics;
  }

  #keysOf(name: MetricName): string[] {
    const keys = [...this.#trends.keys(), ...this.#counters.keys(), ...this.#rates.keys()];
    return keys.filter((key) => nameOf(key) === name).sort((a, b) => (a < b ? -1 : 1));
  }

  #metric(key: string): Metric | null {
    const unit = specOf(nameOf(key)).unit;
    const trend = this.#trends.get(key);
    if (trend !== undefined)
      return trend.count === 0 ? null : { type: "trend", unit: unit === "bytes" ? "bytes" : "ms", values: trend.summary() };
    const counter = this.#counters.get(key);
    if (counter !== undefined) return { type: "counter", unit, value: counter };
    const rate = this.#rates.get(key);
    if (rate === undefined || rate.total === 0) return null;
    return { type: "rate", passes: rate.passes, total: rate.total, value: rate.passes / rate.total };
  }

  #histogram(key: string): Histogram {
    let histogram = this.#trends.get(key);
    if (histogram === undefined) {
      histogram = new Histogram(specOf(nameOf(key)).unit === "bytes" ? 1 : 0.001);
      this.#trends.set(key, histogram);
    }
    return histogram;
  }

  #count(key: string, by: number): void {
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + by);
  }

  #trial(key: string, passes: number, total: number): void {
    const rate = this.#rates.get(key) ?? { passes: 0, total: 0 };
    this.#rates.set(key, { passes: rate.passes + passes, total: rate.total + total });
  }
}

function nameOf(key: string): MetricName {
  const brace = key.indexOf("{");
  const name = brace < 0 ? key : key.slice(0, brace);
  if (!isMetricName(name)) throw new RangeError(`unknown metric ${key}`);
  return name;
}
