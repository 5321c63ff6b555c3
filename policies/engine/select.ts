import { BulwarkError } from "../../model/errors.js";
import type { RuleMeta } from "../../model/finding.js";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { linksOf } from "./links.js";
import { suggestion } from "./suggest.js";
import { matches } from "./waivers.js";

export interface Selection {
  /** Rule ids, `*` for any run of characters: nothing else is judged. */
  readonly only?: readonly string[];
  /** Rule ids, likewise, that are not judged; stronger than `only`. */
  readonly skip?: readonly string[];
  /** Of plans, judges only what the change touches. */
  readonly changedOnly?: boolean;
}

/**
 * The rules a selection leaves.
 * @throws BulwarkError BW_SELECTION_EMPTY for a pattern that no rule matches: a misspelt `--skip` must not pass for a decision; and
 * when none is left, since a check that judges nothing must not pass
 */
export function selectRules(rules: readonly RuleMeta[], { only = [], skip = [] }: Selection): readonly RuleMeta[] {
  for (const pattern of only) mustMatch("--only", pattern, rules);
  for (const pattern of skip) mustMatch("--skip", pattern, rules);
  const left = rules.filter(
    ({ id }) => (only.length === 0 || only.some((pattern) => matches(pattern, id))) && !skip.some((pattern) => matches(pattern, id)),
  );
  if (left.length > 0) return left;
  const given = [...only.map((pattern) => `--only ${pattern}`), ...skip.map((pattern) => `--skip ${pattern}`)].join(" ");
  throw new BulwarkError("BW_SELECTION_EMPTY", { option: "together", given, suggestion: "Nothing would be judged." });
}

function mustMatch(option: string, given: string, rules: readonly RuleMeta[]): void {
  if (!rules.some(({ id }) => matches(given, id)))
    throw new BulwarkError("BW_SELECTION_EMPTY", { option, given, suggestion: suggestion(given, rules) });
}

/**
 * What `changedOnly` judges: of a plan the resources it creates, changes or replaces, and those that a changed, destroyed or forgotten one names, since the verdict on a bucket
 * turns when its versioning resource does. All of every other input,
 * and every provider block, under which each change is made, and call of a module.
 * @throws BulwarkError BW_USAGE when no input is a plan
 */
export function changedResources(inputs: readonly LiftedInput[]): ReadonlySet<Resource> {
  if (!inputs.some(({ kind }) => kind === "plan"))
    throw new BulwarkError("BW_USAGE", { problem: "--changed-only needs a plan among the inputs; nothing else knows what changes" });
  return new Set(inputs.flatMap((input) => [...(input.kind === "plan" ? touched(input) : input.resources), ...(input.blocks ?? [])]));
}

function touched({ resources, deleted = [], forgotten = [] }: LiftedInput): readonly Resource[] {
  const all = [...resources, ...deleted, ...forgotten];
  const links = linksOf(all);
  const chosen = new Set<number>();
  for (const [at, resource] of all.entries()) {
    if (at < resources.length && !changes(resource)) continue;
    chosen.add(at);
    for (const target of links[at] ?? []) chosen.add(target);
  }
  return resources.filter((_, at) => chosen.has(at));
}

/** What is imported as it stands is new to Terraform, though nothing about it changes. */
const changes = ({ actions = [], imported = false }: Resource): boolean =>
  imported || actions.some((action) => action !== "no-op" && action !== "read");
