import { describe, expect, test } from "vitest";
import { turnMs } from "../../backend/aws/turn.js";

describe("the wait before a try at what others write, too", () => {
  test("is none for the first, and below a bound that doubles up to 640 ms for the others", () => {
    const longest = Array.from({ length: 10 }, (_, attempt) => turnMs(attempt, () => 1));
    expect(longest).toEqual([0, 10, 20, 40, 80, 160, 320, 640, 640, 640]);
  });

  test("is drawn from all of that span, so that two who collided part", () => {
    expect(turnMs(4, () => 0)).toBe(0);
    expect(turnMs(4, () => 0.25)).toBe(20);
  });
});
