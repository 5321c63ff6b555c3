import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { App, TerraformStack } from "#tf";
import * as library from "../../constructs/index.js";
import { planConfiguration, type RealPlan } from "../support/terraform.js";
import { findTerraformForStacks } from "../support/two-stacks.js";
import { buildTogether, classOf, constructExamples, GOLDEN, synthTogether, withExtension } from "./construct-examples.js";

const ROOT = resolve(import.meta.dirname, "../..");
const terraform = findTerraformForStacks("the examples of the constructs are not validated and planned with the real provider");
const examples = await constructExamples();
const names = examples.map(({ name }) => name);

const isConstruct = (value: unknown): boolean => typeof value === "function" && value.prototype instanceof Construct;

describe("the examples of the constructs", () => {
  it("are one for each construct that is exported, and each lies where its class lies", () => {
    const exported = Object.entries(library).flatMap(([name, value]) => (isConstruct(value) ? [name] : []));
    expect(exported.length).toBeGreaterThan(60);
    expect(examples.map(classOf).sort()).toEqual(exported.sort());
    const sources = withExtension(join(ROOT, "constructs"), ".ts");
    expect(names.filter((name) => !sources.includes(name))).toEqual([]);
  });

  it("make what they are named after, a part that another construct makes included", { timeout: 120_000 }, () => {
    // Deployment packages are written as soon as a function is made.
    const outdir = mkdtempSync(join(tmpdir(), "bulwark-built-"));
    const made = buildTogether(examples, new TerraformStack(new App({ outdir, stackTraces: false }), "test"));
    rmSync(outdir, { recursive: true, force: true });
    const idle = examples.filter((example) => {
      const type = (library as Readonly<Record<string, unknown>>)[classOf(example)] as abstract new (...args: never) => Construct;
      return !made.get(example.name)?.some((construct) => construct instanceof type);
    });
    // The log of deviations is the stack's own, whichever example asks for it.
    expect(idle.map(({ name }) => name)).toEqual(["base/deviation-log"]);
  });

  it("each have a committed stack, and there is no other (else run: npx vitest run test/constructs/golden.test.ts -u)", () => {
    expect(withExtension(GOLDEN, ".json")).toEqual(names);
  });

  it.runIf(terraform)("pass validate and plan of hashicorp/aws 5.100.0 offline, all in one stack", { timeout: 600_000 }, () => {
    if (!terraform) return;
    let plan: RealPlan | undefined;
    const stack = synthTogether(examples, (file) => {
      plan = planConfiguration(terraform, file);
    });
    console.info(`${examples.length} examples of constructs: ${plan?.summary}`);
    expect(plan?.warnings).toBe(false);
    expect(plan?.summary).toBe(`Plan: ${stack.resources.length} to add, 0 to change, 0 to destroy.`);
  });
});
