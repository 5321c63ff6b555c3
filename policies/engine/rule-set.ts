import { BulwarkError } from "../../model/errors.js";
import type { Fact, RuleMeta } from "../../model/finding.js";
import type { Resource } from "../../model/resource.js";
import { evaluate, type FactIndex } from "./evaluate.js";
import type { Policy } from "./load.js";

/** Rules from outside the library: metadata and the module that judges by them. */
export interface RuleSet {
  /** As given; errors name it. */
  readonly path: string;
  readonly rules: readonly RuleMeta[];
  readonly policy: Policy;
}

/** Prefixes by which the engine tells its own rules apart: a finding about waivers is neither waived nor taken into a baseline. */
const RESERVED = ["waiver-", "change-"] as const;

/**
 * The whole input in one call: a rule that we have not read may join any two resources, and pieces of the input would answer it wrongly.
 */
const ONE_CALL = { whole: Number.POSITIVE_INFINITY, target: Number.POSITIVE_INFINITY, hub: Number.POSITIVE_INFINITY } as const;

/**
 * Facts of the set's own rules; it may carry others, which do not count.
 * @throws BulwarkError BW_CUSTOM_RULES for a fact about a resource that is not in the rule's `resource_types`: nobody would see it
 */
export function factsOf(set: RuleSet, resources: readonly Resource[], asOf: string): FactIndex {
  const facts = evaluate(set.policy, resources, asOf, ONE_CALL);
  const types = new Map(resources.map(({ address, type }) => [address, type]));
  const own = new Map<string, ReadonlyMap<string, readonly Fact[]>>();
  for (const { id, resourceTypes } of set.rules) {
    const found = facts.get(id);
    if (found === undefined) continue;
    own.set(id, found);
    for (const address of found.keys()) {
      const type = types.get(address);
      if (type !== undefined && resourceTypes.includes(type)) continue;
      const what = type === undefined ? "not in the input" : `of type ${type}, which resource_types lacks`;
      throw new BulwarkError("BW_CUSTOM_RULES", { path: set.path, problem: `rule ${id}: a finding on ${address}, which is ${what}` });
    }
  }
  return own;
}

/** @throws BulwarkError BW_RULE_CLASH for an id that is taken: a custom rule must not pass for one of the library, or for another's */
export function refuseClashes(library: readonly RuleMeta[], sets: readonly RuleSet[]): void {
  const owners = new Map(library.map(({ id }) => [id, "the library"]));
  for (const { path, rules } of sets) {
    for (const { id } of rules) {
      const prefix = RESERVED.find((each) => id.startsWith(each));
      const owner = owners.get(id) ?? (prefix === undefined ? undefined : `the engine (${prefix}*)`);
      if (owner !== undefined) throw new BulwarkError("BW_RULE_CLASH", { path, rule: id, owner });
      owners.set(id, path);
    }
  }
}
