import type { TrendSummary } from "../../model/run.js";

/**
 * A mergeable log-linear histogram with three significant digits, in the layout of HdrHistogram: values up to 2048 units are counted one by
 * one, above that each power of two is cut into 1024 equal slots, so a slot is never wider than 1/1024 of its value.
 * Node's own histogram cannot cross a process or a file; this one is plain numbers, and adding two of them gives exactly the histogram of both.
 */
const SLOTS = 2048;
const HALF = SLOTS / 2;
const UINT32 = 4_294_967_296;

/** What crosses a process or a file. `counts` is sparse: `[slot index, count]`, ascending. */
export interface HistogramJson {
  readonly resolution: number;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly counts: readonly (readonly [number, number])[];
}

export class Histogram {
  /** Size of one unit: 0.001 counts milliseconds in microseconds. */
  readonly resolution: number;
  #counts = new Float64Array(SLOTS);
  #count = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = 0;
  // In whole units, so that the sum does not depend on the order of merging.
  #sum = 0;

  constructor(resolution = 0.001) {
    if (!(resolution > 0)) throw new RangeError(`resolution must be above 0, not ${resolution}`);
    this.resolution = resolution;
  }

  get count(): number {
    return this.#count;
  }

  /** Counts a value `times` times. A negative value (a clock that stepped back) is counted as 0. Throws RangeError when it is not finite. */
  record(value: number, times = 1): void {
    if (!Number.isFinite(value)) throw new RangeError(`cannot record ${value}`);
    const units = Math.min(Math.max(0, Math.round(value / this.resolution)), Number.MAX_SAFE_INTEGER);
    this.#add(slotOf(units), times);
    this.#count += times;
    this.#sum += units * times;
    if (units < this.#min) this.#min = units;
    if (units > this.#max) this.#max = units;
  }

  /** Adds another histogram, or one that came over a wire. Throws RangeError when the resolutions differ: such counts mean different values. */
  merge(other: Histogram | HistogramJson): void {
    const json = other instanceof Histogram ? other.toJSON() : other;
    if (json.resolution !== this.resolution) throw new RangeError(`cannot merge resolution ${json.resolution} into ${this.resolution}`);
    if (json.count === 0) return;
    for (const [slot, count] of json.counts) this.#add(slot, count);
    this.#count += json.count;
    this.#sum += json.sum;
    this.#min = Math.min(this.#min, json.min);
    this.#max = Math.max(this.#max, json.max);
  }

  /** Smallest recorded value (to three digits) that at least p per cent of the values do not exceed: the end of its slot, as HdrHistogram answers, never past the greatest value. 0 when empty; p is 0-100. */
  percentile(p: number): number {
    if (!(p >= 0 && p <= 100)) throw new RangeError(`percentile ${p} is not between 0 and 100`);
    if (this.#count === 0) return 0;
    if (p === 0) return this.#value(this.#min);
    const rank = rankOf(p, this.#count);
    let seen = 0;
    for (let slot = 0; slot < this.#counts.length; slot++) {
      seen += this.#counts[slot] ?? 0;
      if (seen >= rank) return this.#value(Math.min(highestOf(slot), this.#max));
    }
    return this.#value(this.#max);
  }

  summary(): TrendSummary {
    return {
      count: this.#count,
      min: this.#count === 0 ? 0 : this.#value(this.#min),
      avg: this.#count === 0 ? 0 : this.#value(this.#sum / this.#count),
      med: this.percentile(50),
      p90: this.percentile(90),
      p95: this.percentile(95),
      p99: this.percentile(99),
      p999: this.percentile(99.9),
      max: this.#value(this.#max),
      buckets: this.#sparse().map(([slot, count]) => [this.#value(highestOf(slot)), count] as const),
    };
  }

  toJSON(): HistogramJson {
    return {
      resolution: this.resolution,
      count: this.#count,
      min: this.#count === 0 ? 0 : this.#min,
      max: this.#max,
      sum: this.#sum,
      counts: this.#sparse(),
    };
  }

  static from(json: HistogramJson): Histogram {
    const histogram = new Histogram(json.resolution);
    histogram.merge(json);
    return histogram;
  }

  #add(slot: number, times: number): void {
    if (slot >= this.#counts.length) {
      const grown = new Float64Array((Math.floor(slot / HALF) + 1) * HALF);
      grown.set(this.#counts);
      this.#counts = grown;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + times;
  }

  #sparse(): [number, number][] {
    const out: [number, number][] = [];
    for (let slot = 0; slot < this.#counts.length; slot++) {
      const count = this.#counts[slot] ?? 0;
      if (count > 0) out.push([slot, count]);
    }
    return out;
  }

  /** Units back to the metric's unit. Ten digits after the point hide the binary noise of the multiplication, not a measured digit. */
  #value(units: number): number {
    return Number((units * this.resolution).toFixed(10));
  }
}

/**
 * Any percentile of a summary that has left its histogram, from the buckets alone. Same rule as {@link Histogram.percentile}.
 * Returns null when nothing was recorded.
 */
export function percentileOf(summary: TrendSummary, p: number): number | null {
  if (summary.count === 0) return null;
  if (p === 0) return summary.min;
  const rank = rankOf(p, summary.count);
  let seen = 0;
  for (const [upper, count] of summary.buckets) {
    seen += count;
    if (seen >= rank) return Math.min(upper, summary.max);
  }
  return summary.max;
}

/** How many values must lie at or below. 99.9 % of 1000 is 999 although 99.9 / 100 * 1000 is 999.0000000000001 in binary. */
const rankOf = (p: number, count: number): number => Math.max(1, Math.ceil(Number(((p / 100) * count).toPrecision(12))));

function slotOf(units: number): number {
  if (units < SLOTS) return units;
  const bits = units < UINT32 ? 32 - Math.clz32(units) : 64 - Math.clz32(Math.floor(units / UINT32));
  const shift = bits - 11;
  return shift * HALF + Math.floor(units / 2 ** shift);
}

function highestOf(slot: number): number {
  if (slot < SLOTS) return slot;
  const shift = Math.floor(slot / HALF) - 1;
  return (slot - shift * HALF + 1) * 2 ** shift - 1;
}
