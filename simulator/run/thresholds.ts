import type { Metric, ThresholdResult, TrendSummary } from "../../model/run.js";
import { percentileOf } from "./histogram.js";
import { isMetricName, METRIC_NAMES, type MetricName, specOf } from "./metric-names.js";

/**
 * Thresholds in the syntax k6 users know (`p(95)<5000`, `rate>=0.99`, `count==0`), with two differences: an unknown metric or an aggregation
 * the metric does not have is an error before the run, and a metric that never got a value misses its threshold instead of passing it.
 */
export interface ThresholdSpec {
  /** `detect_delay{attack:snooping}` */
  readonly metric: string;
  /** `p(95)<5000` */
  readonly expression: string;
  readonly obligations: readonly string[];
}

export interface Threshold extends ThresholdSpec {
  readonly name: MetricName;
  readonly tag: { readonly name: string; readonly value: string } | null;
  readonly aggregation: Aggregation;
  readonly operator: Operator;
  readonly limit: number;
}

type Aggregation = "avg" | "min" | "med" | "max" | "count" | "rate" | "value" | { readonly percentile: number };
type Operator = "<" | "<=" | ">" | ">=" | "==" | "!=";

/** `value` is the plain number of a counter (its count) or of a rate (0-1); `rate` of a counter is per second of the run. */
const AGGREGATIONS = {
  trend: ["avg", "min", "med", "max", "count", "p(N)"],
  counter: ["count", "rate", "value"],
  rate: ["rate", "value"],
} as const;

const EXPRESSION = /^(avg|min|med|max|count|rate|value|p\((\d+(?:\.\d+)?)\))\s*(<=|>=|==|!=|<|>)\s*(-?\d+(?:\.\d+)?)$/;
const METRIC = /^([a-z_]+)(?:\{\s*([a-z_]+)\s*:\s*([^{}:]+?)\s*\})?$/;

export type ThresholdParse = { readonly threshold: Threshold } | { readonly problem: string };

export function parseThreshold({ metric, expression, obligations }: ThresholdSpec): ThresholdParse {
  const subject = parseMetric(metric);
  if ("problem" in subject) return subject;
  const match = EXPRESSION.exec(expression.trim());
  if (match === null) return { problem: "is not an aggregation, a comparison and a number" };
  const [, written = "", percentile, operator, limit] = match;
  if (percentile !== undefined && !(Number(percentile) > 0 && Number(percentile) <= 100))
    return { problem: `p(${percentile}) is not between 0 and 100` };
  const { type } = specOf(subject.name);
  const allowed: readonly string[] = AGGREGATIONS[type];
  if (!allowed.includes(percentile === undefined ? written : "p(N)")) {
    return { problem: `${subject.name} is a ${type}, which has ${allowed.join(", ")} and no ${written}` };
  }
  const aggregation = percentile === undefined ? (written as Exclude<Aggregation, object>) : { percentile: Number(percentile) };
  return { threshold: { ...subject, metric, expression, obligations, aggregation, operator: operator as Operator, limit: Number(limit) } };
}

/** Judges one threshold on the metrics of a run. `durationMs` turns a counter into a rate per second. */
export function judgeThreshold(threshold: Threshold, metrics: Readonly<Record<string, Metric>>, durationMs: number): ThresholdResult {
  const { metric, expression, obligations } = threshold;
  const observed = observe(threshold, metrics[keyOf(threshold)], durationMs);
  return { metric, expression, obligations, observed, ok: observed !== null && holds(observed, threshold.operator, threshold.limit) };
}

function parseMetric(metric: string): Pick<Threshold, "name" | "tag"> | { readonly problem: string } {
  const match = METRIC.exec(metric.trim());
  if (match === null) return { problem: `${metric} does not read like metric or metric{tag:value}` };
  const [, name = "", tagName, tagValue] = match;
  if (!isMetricName(name)) return { problem: `there is no metric ${name}; there are ${METRIC_NAMES.join(", ")}` };
  if (tagName === undefined || tagValue === undefined) return { name, tag: null };
  const { tag } = specOf(name);
  if (tag === undefined) return { problem: `${name} carries no tag` };
  if (tag !== tagName) return { problem: `${name} carries the tag ${tag}, not ${tagName}` };
  return { name, tag: { name: tagName, value: tagValue } };
}

const keyOf = ({ name, tag }: Threshold): string => (tag === null ? name : `${name}{${tag.name}:${tag.value}}`);

function observe({ name, aggregation }: Threshold, metric: Metric | undefined, durationMs: number): number | null {
  if (metric === undefined) return specOf(name).type === "counter" || aggregation === "count" ? 0 : null;
  switch (metric.type) {
    case "rate":
      return metric.total === 0 ? null : metric.value;
    case "counter":
      return aggregation === "rate" ? metric.value / (durationMs / 1000) : metric.value;
    case "trend":
      return observeTrend(metric.values, aggregation);
  }
}

function observeTrend(values: TrendSummary, aggregation: Aggregation): number | null {
  if (aggregation === "count") return values.count;
  if (values.count === 0) return null;
  if (typeof aggregation === "object") return percentileOf(values, aggregation.percentile);
  return aggregation === "rate" || aggregation === "value" ? null : values[aggregation];
}

function holds(observed: number, operator: Operator, limit: number): boolean {
  switch (operator) {
    case "<":
      return observed < limit;
    case "<=":
      return observed <= limit;
    case ">":
      return observed > limit;
    case ">=":
      return observed >= limit;
    case "==":
      return observed === limit;
    case "!=":
      return observed !== limit;
  }
}
