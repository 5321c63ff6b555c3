import type { Resource } from "../../model/resource.js";
import { readRuleMetadata } from "../../policies/engine/load.js";
import { moduleOf } from "../../test/policies/example-plans.js";
import { type RuleInput, resourcesOf, ruleInputs } from "../../test/policies/rule-inputs.js";
import type { Specimen } from "./score.js";

/** Every rule with its good and its bad example, by id. */
export function specimens(): readonly Specimen[] {
  const inputs = new Map(ruleInputs().map((input) => [`${input.rule}/${input.kind}`, input]));
  return readRuleMetadata().map((rule) => ({
    rule,
    good: resourcesOf(found(inputs, `${rule.id}/good`)),
    bad: asInGood(rule.id, resourcesOf(found(inputs, `${rule.id}/bad`))),
  }));
}

function found(inputs: ReadonlyMap<string, RuleInput>, name: string): RuleInput {
  const input = inputs.get(name);
  if (input === undefined) throw new Error(`${name}: no such example; are the plans of the examples and the bundle current?`);
  return input;
}

/** The two are planned as modules of one configuration: what one lends the other must refer to the other's resources. */
const asInGood = (rule: string, resources: readonly Resource[]): readonly Resource[] =>
  JSON.parse(
    JSON.stringify(resources).replaceAll(`module.${moduleOf(rule, "bad")}.`, `module.${moduleOf(rule, "good")}.`),
  ) as readonly Resource[];
