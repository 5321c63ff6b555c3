/** A stretch in which two texts differ, with the lines around it as they stand in each. */
export interface Hunk {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const CONTEXT = 3;

/** What differs between two texts of some hundred lines each, by their longest common subsequence of lines. */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const pairs = [...commonLines(before, after), [before.length, after.length] as const];
  const hunks: { from: readonly [number, number]; to: readonly [number, number] }[] = [];
  let at: readonly [number, number] = [0, 0];
  for (const [left, right] of pairs) {
    const last = hunks.at(-1);
    if (left > at[0] || right > at[1]) {
      // Two changes whose surroundings meet are shown as one.
      if (last !== undefined && at[0] - last.to[0] <= 2 * CONTEXT) last.to = [left, right];
      else hunks.push({ from: at, to: [left, right] });
    }
    at = [left + 1, right + 1];
  }
  return hunks.map(({ from, to }) => ({
    before: before.slice(Math.max(0, from[0] - CONTEXT), to[0] + CONTEXT),
    after: after.slice(Math.max(0, from[1] - CONTEXT), to[1] + CONTEXT),
  }));
}

/** Pairs of positions of equal lines, in order. */
function commonLines(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const lengthAt = (left: number, right: number): number => lengths[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left -= 1)
    for (let right = after.length - 1; right >= 0; right -= 1)
      lengths[left * width + right] =
        before[left] === after[right] ? lengthAt(left + 1, right + 1) + 1 : Math.max(lengthAt(left + 1, right), lengthAt(left, right + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let left = 0, right = 0; left < before.length && right < after.length; ) {
    if (before[left] === after[right]) {
      pairs.push([left, right]);
      left += 1;
      right += 1;
    } else if (lengthAt(left + 1, right) >= lengthAt(left, right + 1)) left += 1;
    else right += 1;
  }
  return pairs;
}
