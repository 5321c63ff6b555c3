import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../../model/canonical-json.js";
import { BulwarkError } from "../../model/errors.js";
import type { Resource } from "../../model/resource.js";
import { wasmInput } from "../../policies/engine/evaluate.js";
import { type FactsByRule, loadBundledPolicy, readRuleMetadata } from "../../policies/engine/load.js";
import { liftPath } from "../../policies/lift/index.js";
import { reportAbsent } from "../support/absent-tools.js";
import { AS_OF, resourcesOf, ruleInputs } from "./rule-inputs.js";

const ROOT = resolve(import.meta.dirname, "../..");
const hasOpa =
  spawnSync("opa", ["version"]).status === 0 ||
  reportAbsent("opa", "the rules give the same facts in OPA and in the wasm runtime") !== undefined;

interface Case {
  readonly name: string;
  /** The input of the rules, as text. */
  readonly input: string;
}

/** Every rule that has something to judge in it, as `check` calls them. */
function caseOf(name: string, resources: readonly Resource[]): Case {
  const types = new Set(resources.map(({ type }) => type));
  const only = readRuleMetadata().filter(({ resourceTypes }) => resourceTypes.some((type) => types.has(type)));
  return {
    name,
    input: wasmInput(
      resources,
      AS_OF,
      only.map(({ id }) => id),
    ),
  };
}

/** What stands in examples/, and the stack and plan made from it: judged by every rule, called by name and not. */
async function exampleCases(): Promise<readonly Case[]> {
  const folders = readdirSync(join(ROOT, "examples")).map((name) => `examples/${name}`);
  const cases: Case[] = [];
  for (const path of [...folders, "test/fixtures/synth", "test/fixtures/plans/smart-home.plan.json"]) {
    const resources = (await inputsOf(join(ROOT, path))).flatMap((input) => input.resources);
    if (resources.length > 0) cases.push(caseOf(path, resources), { name: `${path}, every rule`, input: wasmInput(resources, AS_OF) });
  }
  return cases;
}

/** A folder may hold an app only. */
async function inputsOf(path: string): ReturnType<typeof liftPath> {
  try {
    return await liftPath(path);
  } catch (thrown) {
    if (thrown instanceof BulwarkError && thrown.code === "BW_FOLDER_EMPTY") return [];
    throw thrown;
  }
}

/** One call for all inputs: OPA compiles the library once. Its rules and data are those the bundle is made of. */
function factsOfOpa(cases: readonly Case[]): readonly FactsByRule[] {
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-parity-"));
  try {
    const inputs = join(scratch, "inputs.json");
    writeFileSync(inputs, `{"parity":{"inputs":[${cases.map(({ input }) => input).join(",")}]}}`);
    const sources = ["policies/lib", "policies/rules", "policies/bundle/data.gen.json", inputs].flatMap((path) => ["--data", path]);
    const ignored = ["*_test.rego", "*.yaml", "*.tf.json"].flatMap((pattern) => ["--ignore", pattern]);
    const query = "all := [facts | some one in data.parity.inputs; facts := data.bulwark.main.facts with input as one]";
    const run = spawnSync("opa", ["eval", "--format", "json", ...ignored, ...sources, query], {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const { result } = JSON.parse(run.stdout) as { result?: readonly [{ readonly bindings: { readonly all: readonly FactsByRule[] } }] };
    if (result === undefined) throw new Error(`opa eval: ${run.stdout}${run.stderr}`);
    return result[0].bindings.all;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A set has no order, so neither have its facts. */
const inOrder = (facts: FactsByRule): readonly string[] =>
  Object.entries(facts)
    .flatMap(([rule, list]) => [rule, ...list.map((fact) => canonicalJson([rule, fact]))])
    .sort();

describe.skipIf(!hasOpa)("OPA and the wasm runtime", () => {
  let cases: readonly Case[] = [];
  let native: readonly FactsByRule[] = [];
  let compiled: readonly FactsByRule[] = [];
  beforeAll(async () => {
    const policy = loadBundledPolicy();
    cases = [...ruleInputs().map((input) => caseOf(input.file, resourcesOf(input))), ...(await exampleCases())];
    native = factsOfOpa(cases);
    compiled = cases.map(({ input }) => policy.evaluate(input));
    // Twelve hundred inputs, each judged twice.
  }, 600_000);
  afterAll(() => {
    const judgements = compiled.reduce((sum, facts) => sum + Object.keys(facts).length, 0);
    const facts = compiled.reduce((sum, each) => sum + Object.values(each).flat().length, 0);
    console.info(`parity: ${cases.length} inputs, ${judgements} judgements of a rule, ${facts} facts compared`);
  });

  it("give the same facts on every example of every rule and on what stands in examples/", () => {
    expect(native).toHaveLength(cases.length);
    const differing = cases.flatMap(({ name }, index) => {
      const [left, right] = [inOrder(native[index] ?? {}), inOrder(compiled[index] ?? {})];
      return left.join("\n") === right.join("\n") ? [] : [{ name, onlyOpa: without(left, right), onlyWasm: without(right, left) }];
    });
    expect(differing).toEqual([]);
  });

  it("are compared on each rule, each with something to say", () => {
    const said = new Set(compiled.flatMap((facts) => Object.keys(facts).filter((rule) => (facts[rule]?.length ?? 0) > 0)));
    expect(readRuleMetadata().filter(({ id }) => !said.has(id))).toEqual([]);
  });
});

const without = (list: readonly string[], other: readonly string[]): readonly string[] => list.filter((item) => !other.includes(item));
