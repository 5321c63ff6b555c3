import { setTimeout as sleep } from "node:timers/promises";

const FIRST_MS = 10;
const LONGEST_MS = 640;

/**
 * Milliseconds to wait before a try at a write that others may win: at random below a bound that doubles with each try, so that those who
 * collided do not collide again.
 * Source: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 * @param attempt from 0, which does not wait
 * @param random from 0 up to 1
 */
export function turnMs(attempt: number, random: () => number): number {
  return attempt === 0 ? 0 : random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
}

/** Waits for it. */
export async function takeTurn(attempt: number): Promise<void> {
  if (attempt > 0) await sleep(turnMs(attempt, Math.random));
}
