import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { makePlan, type Plan } from "../../bench/make-plan.js";
import { BulwarkError } from "../../model/errors.js";
import { dataWith } from "../../policies/engine/adjust.js";
import { check } from "../../policies/engine/check.js";
import { wasmInput } from "../../policies/engine/evaluate.js";
import { loadBundledPolicy, readBundledRules } from "../../policies/engine/load.js";
import { type Handed, type Share, SideThread, STATE } from "../../policies/engine/side-thread.js";
import { checkPaths } from "../../policies/index.js";
import { liftInputs } from "../../policies/lift/index.js";

const PLAN = join(import.meta.dirname, "../fixtures/plans/smart-home.plan.json");
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
const SHARES: readonly Share[] = Array.from({ length: COUNT }, (_, at) => ({ input: () => input(at) }));
const answersOf = (judge: typeof policy): readonly unknown[] => Array.from({ length: COUNT }, (_, at) => judge.evaluate(input(at)));

let side: SideThread | undefined;
afterEach(async () => {
  await side?.close();
});

/** The thread takes a while to load; until then its share is judged here. */
async function untilItHelps(help: SideThread, first = policy): Promise<readonly unknown[]> {
  const alone = answersOf(first);
  for (let round = 0; round < 150; round += 1) {
    const answers = help.beside(first).evaluateAll?.(SHARES) ?? [];
    expect(answers).toEqual(alone);
    if (help.answered > 0) return answers;
    await pause(100);
  }
  throw new Error("the side thread never judged anything");
}

describe("a second thread", () => {
  it("judges a share of the inputs, and the answers are those of one thread in the order of the inputs", async () => {
    side = new SideThread(readBundledRules());
    expect(await untilItHelps(side)).toMatchObject(
      Array.from({ length: COUNT }, (_, at) => ({ "log-group-customer-key": [{ address: `aws_cloudwatch_log_group.g${at}` }] })),
    );
  }, 60_000);

  it("judges by the numbers that it is given", async () => {
    const stricter = dataWith({ baseline: { logging: { retentionDays: 3_650 } } });
    side = new SideThread(readBundledRules(), stricter);
    expect(await untilItHelps(side, loadBundledPolicy(stricter))).not.toEqual(answersOf(policy));
  }, 60_000);

  it("judges what is foreseen, if it is asked for, and drops it if it is not", async () => {
    side = new SideThread(readBundledRules());
    await untilItHelps(side);
    const before = side.answered;
    const foreseen = Array.from({ length: 4 }, (_, at) => side?.foresee(() => input(at)));
    const [first, , third] = foreseen as readonly Handed[];
    for (let round = 0; round < 100 && Atomics.load((third as Handed).state, 0) !== STATE.done; round += 1) await pause(20);
    const shares: readonly Share[] = [{ handed: third as Handed }, { input: () => input(7) }, { handed: first as Handed }];
    expect(side.beside(policy).evaluateAll?.(shares)).toEqual([2, 7, 0].map((at) => policy.evaluate(input(at))));
    expect(side.answered).toBeGreaterThanOrEqual(before + 2);
    expect(side.beside(policy).evaluateAll?.(SHARES)).toEqual(answersOf(policy));
  }, 60_000);

  it("takes no more ahead than a few", async () => {
    side = new SideThread(readBundledRules());
    const foreseen = Array.from({ length: 40 }, (_, at) => side?.foresee(() => input(at)));
    expect(foreseen.filter((handed) => handed === undefined).length).toBeGreaterThan(0);
  });

  it("sees the module instances of a plan ahead, and the report is that of one thread", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bulwark-side-"));
    try {
      const plan = JSON.parse(readFileSync(PLAN, "utf8")) as Plan;
      const path = join(folder, "plan.json");
      // What is missing makes findings, in each of the sites.
      plan.planned_values.root_module.resources = plan.planned_values.root_module.resources.filter(
        ({ type }) => type !== "aws_s3_bucket_versioning",
      );
      writeFileSync(path, makePlan(plan, 2_500).json);
      const settings = { asOf: "2026-11-25" };
      const alone = check(await liftInputs([path]), [], settings);
      expect(alone.report.summary.fail).toBeGreaterThan(20);
      expect(JSON.stringify((await checkPaths([path], settings)).report)).toBe(JSON.stringify(alone.report));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it("is not needed: once it has ended, everything is judged here", async () => {
    side = new SideThread(readBundledRules());
    await untilItHelps(side);
    const before = side.answered;
    await side.close();
    expect(side.beside(policy).evaluateAll?.(SHARES)).toEqual(answersOf(policy));
    expect(side.answered).toBe(before);
  }, 60_000);

  it("leaves what it fails at to the first thread, which tells the error", async () => {
    side = new SideThread(readBundledRules());
    await untilItHelps(side);
    const help = side.beside(policy);
    expect(() => help.evaluateAll?.([{ input: () => "[".repeat(3_000_000) }, ...SHARES])).toThrow(BulwarkError);
    expect(help.evaluateAll?.(SHARES)).toEqual(answersOf(policy));
  }, 60_000);
});
