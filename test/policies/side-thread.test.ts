import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import { dataWith } from "../../policies/engine/adjust.js";
import { wasmInput } from "../../policies/engine/evaluate.js";
import { loadBundledPolicy } from "../../policies/engine/load.js";
import { SideThread } from "../../policies/engine/side-thread.js";

const COUNT = 12;
const policy = loadBundledPolicy();
/** A log group kept for 400 days. */
const input = (at: number): string =>
  wasmInput(
    [
      {
        address: `aws_cloudwatch_log_group.g${at}`,
        type: "aws_cloudwatch_log_group",
        name: `g${at}`,
        mode: "managed",
        values: { name: `/g/${at}`, retention_in_days: 400 },
        location: { file: "plan.json", line: 1, column: 1 },
      },
    ],
    "2026-11-25",
    ["log-group-retention", "log-group-customer-key"],
  );
const answersOf = (judge: typeof policy): readonly unknown[] => Array.from({ length: COUNT }, (_, at) => judge.evaluate(input(at)));

let side: SideThread | undefined;
afterEach(async () => {
  await side?.close();
});

/** The thread takes a while to load; until then its share is judged here. */
async function untilItHelps(help: SideThread, first = policy): Promise<readonly unknown[]> {
  const alone = answersOf(first);
  for (let round = 0; round < 150; round += 1) {
    const answers = help.beside(first).evaluateAll?.(COUNT, input) ?? [];
    expect(answers).toEqual(alone);
    if (help.answered > 0) return answers;
    await pause(100);
  }
  throw new Error("the side thread never judged anything");
}

describe("a second thread", () => {
  it("judges a share of the inputs, and the answers are those of one thread in the order of the inputs", async () => {
    side = new SideThread();
    expect(await untilItHelps(side)).toMatchObject(
      Array.from({ length: COUNT }, (_, at) => ({ "log-group-customer-key": [{ address: `aws_cloudwatch_log_group.g${at}` }] })),
    );
  }, 60_000);

  it("judges by the numbers that it is given", async () => {
    const stricter = dataWith({ baseline: { logging: { retentionDays: 3_650 } } });
    side = new SideThread(stricter);
    expect(await untilItHelps(side, loadBundledPolicy(stricter))).not.toEqual(answersOf(policy));
  }, 60_000);

  it("is not needed: once it has ended, everything is judged here", async () => {
    side = new SideThread();
    await untilItHelps(side);
    const before = side.answered;
    await side.close();
    expect(side.beside(policy).evaluateAll?.(COUNT, input)).toEqual(answersOf(policy));
    expect(side.answered).toBe(before);
  }, 60_000);

  it("leaves what it fails at to the first thread, which tells the error", async () => {
    side = new SideThread();
    await untilItHelps(side);
    const help = side.beside(policy);
    expect(() => help.evaluateAll?.(COUNT, (at) => (at === 0 ? "[".repeat(3_000_000) : input(at)))).toThrow(BulwarkError);
    expect(help.evaluateAll?.(COUNT, input)).toEqual(answersOf(policy));
  }, 60_000);
});
