import fc from "fast-check";
import { build } from "hdr-histogram-js";
import { describe, expect, test } from "vitest";
import { Histogram, percentileOf } from "../../simulator/run/histogram.js";
import { streamFor } from "../../simulator/run/random.js";

const histogramOf = (values: readonly number[], resolution = 1): Histogram => {
  const histogram = new Histogram(resolution);
  for (const value of values) histogram.record(value);
  return histogram;
};

const PERCENTILES = [0, 1, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100];

describe("Histogram", () => {
  test("agrees with hdr-histogram-js on every percentile of any values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_600_000_000 }), { minLength: 1, maxLength: 400 }), (values) => {
        const oracle = build({
          lowestDiscernibleValue: 1,
          highestTrackableValue: 7_200_000_000,
          numberOfSignificantValueDigits: 3,
          bitBucketSize: 64,
        });
        for (const value of values) oracle.recordValue(value);
        const ours = histogramOf(values);
        const [min, max] = [Math.min(...values), Math.max(...values)];
        // Theirs answers with the ends of a slot even outside the values recorded; ours never says more or less than was seen.
        for (const p of PERCENTILES) expect(ours.percentile(p)).toBe(Math.max(min, Math.min(oracle.getValueAtPercentile(p), max)));
      }),
    );
  });

  test("is never off by more than a thousandth from the exact percentile", () => {
    const stream = streamFor(11, "latencies");
    const values = Array.from({ length: 20_000 }, () => Math.exp(stream.uniform() * 14));
    const ours = histogramOf(values, 0.001);
    const sorted = [...values].sort((a, b) => a - b);
    for (const p of [50, 90, 95, 99, 99.9]) {
      const exact = sorted[Math.ceil((p / 100) * values.length) - 1] ?? 0;
      expect(Math.abs(ours.percentile(p) - exact) / exact).toBeLessThan(0.001);
    }
  });

  test("merged parts equal the whole, in any order and over a file", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { maxLength: 50 }), { maxLength: 6 }), (parts) => {
        const whole = histogramOf(parts.flat(), 0.001).toJSON();
        const merged = new Histogram();
        for (const part of [...parts].reverse()) merged.merge(JSON.parse(JSON.stringify(histogramOf(part, 0.001))));
        expect(merged.toJSON()).toEqual(whole);
        expect(merged.summary()).toEqual(Histogram.from(whole).summary());
      }),
    );
  });

  test("summarises in the unit of the metric", () => {
    const { buckets, ...summary } = histogramOf([0.25, 1, 1.5, 2, 10], 0.001).summary();
    expect(summary).toEqual({ count: 5, min: 0.25, avg: 2.95, med: 1.5, p90: 10, p95: 10, p99: 10, p999: 10, max: 10 });
    expect(buckets.reduce((sum, [, count]) => sum + count, 0)).toBe(5);
  });

  test("any percentile can be had from the summary's buckets alone", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { minLength: 1 }), fc.double({ min: 0, max: 100, noNaN: true }), (values, p) => {
        const histogram = histogramOf(values);
        expect(percentileOf(histogram.summary(), p)).toBe(histogram.percentile(p));
      }),
    );
  });

  test("an empty one has no percentile to speak of", () => {
    const empty = new Histogram();
    expect(empty.summary()).toMatchObject({ count: 0, min: 0, avg: 0, max: 0, buckets: [] });
    expect(percentileOf(empty.summary(), 50)).toBeNull();
  });

  test("counts a clock that stepped back as zero, and refuses what is no number", () => {
    const histogram = histogramOf([-5, 3]);
    expect(histogram.summary()).toMatchObject({ count: 2, min: 0, max: 3 });
    expect(() => histogram.record(Number.NaN)).toThrow(RangeError);
    expect(() => histogram.record(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  test("refuses to add counts of another resolution", () => {
    expect(() => new Histogram(0.001).merge(histogramOf([1], 1))).toThrow("cannot merge resolution 1 into 0.001");
  });
});
