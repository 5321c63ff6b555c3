import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { streamFor } from "../../simulator/run/random.js";

const draw = (seed: number, ...keys: (string | number)[]): number[] => {
  const stream = streamFor(seed, ...keys);
  return Array.from({ length: 8 }, () => stream.uniform());
};

describe("streamFor", () => {
  test("gives the same numbers for the same seed and keys, whatever was drawn elsewhere before", () => {
    const first = draw(7, "device", 4711);
    draw(7, "device", 4712);
    expect(draw(7, "device", 4711)).toEqual(first);
  });

  test("keeps streams apart when their keys only look alike", () => {
    const streams = [draw(1, "ab", "c"), draw(1, "a", "bc"), draw(1, "abc"), draw(1, "1"), draw(1, 1), draw(2, "abc"), draw(1)];
    expect(new Set(streams.map(String)).size).toBe(streams.length);
  });

  test("a fleet drawn in shards is the fleet drawn whole", () => {
    const plan = (device: number) => streamFor(42, "telemetry", device).int(0, 60_000);
    const whole = Array.from({ length: 60 }, (_, device) => plan(device));
    const shards = [2, 0, 1].flatMap((shard) => whole.map((_, device) => device).filter((device) => device % 3 === shard));
    const merged = new Map(shards.map((device) => [device, plan(device)]));
    expect(whole.map((_, device) => merged.get(device))).toEqual(whole);
  });

  test("is uniform: each of 16 cells of 160,000 draws lies within five standard deviations", () => {
    const stream = streamFor(3, "uniform");
    const cells = new Array<number>(16).fill(0);
    for (let i = 0; i < 160_000; i++) {
      const cell = Math.floor(stream.uniform() * 16);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    for (const cell of cells) expect(Math.abs(cell - 10_000)).toBeLessThan(5 * Math.sqrt(160_000 * (1 / 16) * (15 / 16)));
  });

  test("samples different elements of the list and no others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), (seed, items, n) => {
        const count = n % (items.length + 1);
        const sample = streamFor(seed).sample(items, count);
        expect(new Set(sample).size).toBe(count);
        expect(sample.every((item) => items.includes(item))).toBe(true);
      }),
    );
  });

  test("shuffles into a permutation and leaves the list alone", () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = streamFor(5).shuffle(items);
    expect([...shuffled].sort()).toEqual(items);
    expect(shuffled).not.toEqual(items);
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("keeps integers and jitter inside their bounds", () => {
    const stream = streamFor(9);
    for (let i = 0; i < 10_000; i++) {
      expect(stream.int(-3, 4)).toSatisfy((n: number) => Number.isInteger(n) && n >= -3 && n < 4);
      expect(stream.jitter(1000, 0.1)).toSatisfy((n: number) => n >= 900 && n < 1100);
    }
  });

  test("refuses what cannot be drawn", () => {
    const stream = streamFor(1);
    expect(() => stream.int(4, 4)).toThrow(RangeError);
    expect(() => stream.pick([])).toThrow(RangeError);
    expect(() => stream.sample([1, 2], 3)).toThrow("cannot sample 3 of 2");
  });
});
