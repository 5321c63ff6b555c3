import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { liftDocuments } from "../../policies/lift/document.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";
import { EXAMPLE_PLANS, EXAMPLES, type ExamplePlans, KINDS, type Kind, moduleOf, planOf } from "./example-plans.js";

const ROOT = resolve(import.meta.dirname, "../..");
const DOCUMENTS = join(ROOT, "policies/rules/documents");

/** The day the examples of documents are dated for. */
export const AS_OF = "2026-11-25";

/** One example of a rule, lifted as a user's own input would be. */
export interface RuleInput {
  readonly rule: string;
  readonly kind: Kind;
  /** Path of the example itself, relative to the repository. */
  readonly file: string;
  /** What stands before each address because all examples are planned together; empty for documents. */
  readonly prefix: string;
  readonly inputs: readonly LiftedInput[];
}

export const resourcesOf = ({ inputs }: Pick<RuleInput, "inputs">): readonly Resource[] =>
  inputs.flatMap((input) => [...input.resources, ...(input.blocks ?? [])]);

/** Every example of every rule of the library, rules over Terraform first, each group by id; a document rule may have no unknown one. */
export function ruleInputs(): readonly RuleInput[] {
  const { plan } = JSON.parse(readFileSync(EXAMPLE_PLANS, "utf8")) as ExamplePlans;
  const overTerraform = EXAMPLES.flatMap(({ rule, folder }) =>
    KINDS.map((kind): RuleInput => {
      const file = relative(ROOT, join(folder, `${kind}.tf`));
      const lifted = liftPlan(file, planOf(plan, rule, kind) as unknown as JsonObject, "");
      return { rule, kind, file, prefix: `module.${moduleOf(rule, kind)}.`, inputs: [lifted] };
    }),
  );
  const overDocuments = readdirSync(DOCUMENTS).flatMap((rule) =>
    KINDS.filter((kind) => existsSync(join(DOCUMENTS, rule, `${kind}.yaml`))).map((kind) => documentInput(rule, kind)),
  );
  return [...overTerraform, ...overDocuments];
}

function documentInput(rule: string, kind: Kind): RuleInput {
  const folder = join(DOCUMENTS, rule);
  const file = relative(ROOT, join(folder, `${kind}.yaml`));
  const documents = liftDocuments(file, readFileSync(join(folder, `${kind}.yaml`), "utf8"));
  return { rule, kind, file, prefix: "", inputs: [documents, ...stackBeside(folder, kind)] };
}

/** What is not there is what makes a rule unknown, so that example stands alone. */
function stackBeside(folder: string, kind: Kind): readonly LiftedInput[] {
  if (kind === "unknown") return [];
  const path = [`${kind}-stack.tf.json`, "stack.tf.json"].map((name) => join(folder, name)).find(existsSync);
  if (path === undefined) return [];
  const text = readFileSync(path, "utf8");
  return [liftSynth(relative(ROOT, path), JSON.parse(text) as JsonObject, text)];
}
