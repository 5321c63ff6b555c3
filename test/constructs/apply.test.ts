import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { App } from "#tf";
import { SmartHomeStack } from "../../examples/smart-home/stack.js";
import { type AwsEmulator, hasAwsEmulator, startAwsEmulator } from "../support/aws-emulator.js";
import { EmulatedStack, type Failures, typeOf } from "../support/emulated-stack.js";
import { findTerraformForStacks } from "../support/two-stacks.js";
import { FORGETTING, LACKING, RACING } from "./emulator-limits.js";

const WHAT = "examples/smart-home is not applied to an emulator of AWS";
const terraform = findTerraformForStacks(WHAT);
const able = hasAwsEmulator(WHAT) && terraform !== undefined;
const MINUTES = 60_000;

/** Most of the time goes into waits of the provider: a queue counts as made after 25 seconds of the same answer, a lifecycle after 50. */
describe.runIf(able)("examples/smart-home, applied by the real Terraform to an emulator of AWS", () => {
  const outdir = mkdtempSync(join(tmpdir(), "bulwark-apply-"));
  let emulator: AwsEmulator;
  let stack: EmulatedStack;
  let failures: Failures;

  beforeAll(async () => {
    if (terraform === undefined) throw new Error("terraform is absent");
    emulator = await startAwsEmulator({ MOTO_ACCOUNT_ID: "111122223333" });
    const app = new App({ outdir, stackTraces: false });
    new SmartHomeStack(app, "smart-home");
    app.synth();
    stack = new EmulatedStack(join(outdir, "stacks/smart-home"), terraform, emulator.url);
    await stack.init();
    failures = await stack.apply(new Set(Object.keys(LACKING)));
  }, 8 * MINUTES);

  afterAll(() => {
    emulator?.stop();
    rmSync(outdir, { recursive: true, force: true });
  });

  it("is made, but for the types the emulator is known to lack, and lacks them still", () => {
    const failed = [...failures].filter(([address]) => LACKING[typeOf(address)] === undefined);
    expect(failed).toEqual([]);
    const types = new Set([...failures.keys()].map(typeOf));
    expect(Object.keys(LACKING).filter((type) => !types.has(type) && !RACING.has(type))).toEqual([]);
  });

  it("wants nothing changed at the second plan, but for what the emulator is known to forget, and forgets still", {
    timeout: 3 * MINUTES,
  }, async () => {
    const before = stack.addresses.length;
    const gone = await stack.forget(new Set(Object.keys(LACKING)));
    const left = await stack.state();
    expect(left).toHaveLength(before - gone.size);
    expect(left.length).toBeGreaterThan(240);

    const { code, changed } = await stack.drift();
    const byType = new Map([...changed].map(([address, attributes]) => [typeOf(address), attributes]));
    expect(Object.fromEntries([...byType].sort())).toEqual(FORGETTING);
    expect(code).toBe(byType.size === 0 ? 0 : 2);
  });

  it("is not destroyed by a slip", { timeout: 2 * MINUTES }, async () => {
    const { code, output } = await stack.destroy();
    expect(code).toBe(1);
    expect(output).toContain("Instance cannot be destroyed");
    expect((await stack.state()).length).toBeGreaterThan(240);
  });

  it("is destroyed to the last resource once its protections are lifted", { timeout: 6 * MINUTES }, async () => {
    await stack.unprotect();
    const { code, output } = await stack.destroy();
    expect(output.slice(-2000)).toContain("Destroy complete!");
    expect(code).toBe(0);
    expect(await stack.state()).toEqual([]);
  });
});
