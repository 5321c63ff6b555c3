import { createHash } from "node:crypto";

/**
 * Seeded randomness that does not depend on who asks first. A stream is a function of (seed, keys) alone, so device 4711 draws the same
 * numbers in one process or in twelve, and the union of n shards is the same fleet as one run.
 *
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state taken from SHA-256 over the seed and the keys.
 */
export type StreamKey = string | number;

export interface RandomStream {
  /** [0, 1), 53 bits. */
  uniform(): number;
  /** Integer in [from, below). Throws RangeError when the range is empty. */
  int(from: number, below: number): number;
  /** True with the given probability (0-1). */
  chance(probability: number): boolean;
  /** One element. Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A new array in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** `count` different elements in random order. Throws RangeError when there are not so many. */
  sample<T>(items: readonly T[], count: number): T[];
  /** `value` moved by at most `share` of itself, up or down: jitter(1000, 0.1) lies in [900, 1100). */
  jitter(value: number, share: number): number;
  /** `length` pseudo-random bytes, for payloads. Not for keys. */
  bytes(length: number): Uint8Array;
}

export function streamFor(seed: number, ...keys: readonly StreamKey[]): RandomStream {
  const next = sfc32(stateOf(seed, keys));
  const uniform = (): number => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
  const int = (from: number, below: number): number => {
    if (!(below > from)) throw new RangeError(`empty range [${from}, ${below})`);
    return from + Math.floor(uniform() * (below - from));
  };
  const at = <T>(items: readonly T[], index: number): T => items[index] as T;
  // Fisher-Yates from the front, stopped after `count`: a sample costs what it returns, not what it draws from.
  const drawn = <T>(items: readonly T[], count: number): T[] => {
    const pool = [...items];
    for (let i = 0; i < count; i++) {
      const j = int(i, pool.length);
      [pool[i], pool[j]] = [at(pool, j), at(pool, i)];
    }
    return pool.slice(0, count);
  };
  return {
    uniform,
    int,
    chance: (probability) => uniform() < probability,
    pick: (items) => at(items, int(0, items.length)),
    shuffle: (items) => drawn(items, items.length),
    sample: (items, count) => {
      if (count > items.length) throw new RangeError(`cannot sample ${count} of ${items.length}`);
      return drawn(items, count);
    },
    jitter: (value, share) => value * (1 + share * (2 * uniform() - 1)),
    bytes: (length) => {
      const out = new Uint8Array(length);
      for (let i = 0; i < length; i++) out[i] = next() & 0xff;
      return out;
    },
  };
}

type State = readonly [number, number, number, number];

/** Keys are tagged with type and length, so that ("ab", "c"), ("a", "bc") and (1, "1") are different streams. */
function stateOf(seed: number, keys: readonly StreamKey[]): State {
  const hash = createHash("sha256").update(`seed:${seed}`);
  for (const key of keys) hash.update(`|${typeof key === "number" ? "n" : "s"}${String(key).length}:${key}`);
  const digest = hash.digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12)];
}

function sfc32([s0, s1, s2, s3]: State): () => number {
  let [a, b, c, counter] = [s0 | 0, s1 | 0, s2 | 0, s3 | 0];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
}
