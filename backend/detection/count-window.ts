import type { Millis } from "../../model/detectors/types.js";

/** Counts what happened in the last `windowMs`, in memory that does not grow with the rate. */
export interface CountWindow {
  /** Adds one occurrence and returns how many the window `(at - windowMs, at]` now holds, capped at the count asked for. */
  add(at: Millis, value: string): number;
  /** What it holds, as plain JSON; `createCountWindow` goes on from it. */
  state(): CountState;
}

export type CountState =
  | { readonly kind: "exact"; readonly times: readonly Millis[] }
  | { readonly kind: "bucket"; readonly newest: number; readonly counts: readonly number[] }
  | { readonly kind: "distinct"; readonly seen: readonly (readonly [hash: number, at: Millis])[] };

/** Up to this many, the times themselves are kept and the count is exact. */
const EXACT_LIMIT = 64;
const BUCKETS = 20;

/** @param from what an earlier window of the same settings held */
export function createCountWindow(count: number, windowMs: Millis, distinct: boolean, from?: CountState): CountWindow {
  if (distinct) return distinctWindow(count, windowMs, from?.kind === "distinct" ? from.seen : []);
  if (count <= EXACT_LIMIT) return exactWindow(count, windowMs, from?.kind === "exact" ? from.times : []);
  return bucketWindow(windowMs, from?.kind === "bucket" ? from : undefined);
}

/** The last `count` times in a ring: the window holds that many exactly when the oldest of them is still inside. */
function exactWindow(count: number, windowMs: Millis, from: readonly Millis[]): CountWindow {
  const times = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  for (const time of from.slice(-count)) {
    times[next] = time;
    next = (next + 1) % count;
  }
  return {
    add(at) {
      times[next] = at;
      next = (next + 1) % count;
      let held = 0;
      for (const time of times) if (time > at - windowMs) held++;
      return held;
    },
    state: () => ({ kind: "exact", times: [...times.slice(next), ...times.slice(0, next)].filter(Number.isFinite) }),
  };
}

/** For large counts: 20 buckets that together never reach further back than the window, so it may count up to a twentieth too few, never too many. */
function bucketWindow(windowMs: Millis, from: Extract<CountState, { readonly kind: "bucket" }> | undefined): CountWindow {
  const width = windowMs / BUCKETS;
  const counts = new Uint32Array(BUCKETS);
  counts.set(from?.counts.slice(0, BUCKETS) ?? []);
  let newest = from?.newest ?? Number.NEGATIVE_INFINITY;
  let total = counts.reduce((sum, held) => sum + held, 0);
  return {
    add(at) {
      const index = Math.max(Math.floor(at / width), newest);
      if (index - newest >= BUCKETS) {
        counts.fill(0);
        total = 0;
      } else {
        for (let i = newest + 1; i <= index; i++) {
          total -= counts[i % BUCKETS] ?? 0;
          counts[i % BUCKETS] = 0;
        }
      }
      newest = index;
      counts[index % BUCKETS] = (counts[index % BUCKETS] ?? 0) + 1;
      total++;
      return total;
    },
    state: () => ({ kind: "bucket", newest, counts: [...counts] }),
  };
}

/** The `count` most recently seen different values: that many lie in the window exactly when the least recent of them does. Values are held as hashes. */
function distinctWindow(count: number, windowMs: Millis, from: readonly (readonly [number, Millis])[]): CountWindow {
  const lastSeen = new Map<number, Millis>(from);
  return {
    add(at, value) {
      const key = hash53(value);
      lastSeen.delete(key);
      lastSeen.set(key, at);
      if (lastSeen.size > count) {
        for (const oldest of lastSeen.keys()) {
          lastSeen.delete(oldest);
          break;
        }
      }
      let held = 0;
      for (const time of lastSeen.values()) if (time > at - windowMs) held++;
      return held;
    },
    state: () => ({ kind: "distinct", seen: [...lastSeen] }),
  };
}

/** 53 bits of a two-lane multiplicative hash: a client chooses its id, and 64 KiB of it must not be kept. Not for secrets. */
export function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
