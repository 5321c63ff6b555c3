import type { RuleMeta } from "../../model/finding.js";
import type { Json, Resource } from "../../model/resource.js";
import { wasmInput } from "../../policies/engine/evaluate.js";
import type { Policy } from "../../policies/engine/load.js";
import { AS_OF } from "../../test/policies/rule-inputs.js";
import { type Candidate, candidatesOf, isDocument } from "./candidates.js";
import { isRefused } from "./documents.js";
import type { Operator } from "./operators.js";
import { changedAt, type Path, textOf, valueAt } from "./places.js";
import { wordsReadBy } from "./reads.js";

/** `out`: nothing is left that the rule applies to. `refused`: the document's schema does not let it reach the rule. */
export type Outcome = "fail" | "unknown" | "pass" | "out" | "refused";

export interface Mutant {
  readonly operator: Operator;
  readonly outcome: Outcome;
}

/** A place of the good example by which the rule decides, and what became of each change there. */
export interface PlaceScore {
  readonly type: string;
  /** `policy.Statement[0].Action`; empty for the resource as a whole. */
  readonly path: string;
  /** A list or set stands there, as against a single value. */
  readonly isList?: boolean;
  readonly mutants: readonly Mutant[];
}

export interface RuleScore {
  readonly rule: string;
  readonly places: readonly PlaceScore[];
}

/** A rule with its good and its bad example. */
export interface Specimen {
  readonly rule: RuleMeta;
  readonly good: readonly Resource[];
  readonly bad: readonly Resource[];
}

export const isKilled = ({ outcome }: Mutant): boolean => outcome === "fail" || outcome === "unknown";

/**
 * Changes every place of a rule's good example, one at a time, and judges each. A place counts when some change there turns the verdict (to fail, to unknown,
 * or to "does not apply"), or stands around one that does. @throws Error when the good example does not pass
 */
export function scoreRule(policy: Policy, { rule, good, bad }: Specimen): RuleScore {
  const judge = (resources: readonly Resource[]): Outcome => outcomeOf(policy, rule, resources);
  if (judge(good) !== "pass") throw new Error(`${rule.id}: the good example does not pass`);
  const words = wordsReadBy(rule.id, rule.domain);
  const within = good.flatMap((resource, index) => {
    const put = (values: Json): Outcome =>
      isRefused(resource.type, values) ? "refused" : judge(good.with(index, { ...resource, values: values as Resource["values"] }));
    const tried = candidatesOf(resource, twinOf(resource, bad), words).map((candidate) => ({
      type: resource.type,
      path: textOf(candidate.path),
      isList: Array.isArray(valueAt(resource.values as Json, candidate.path)),
      mutants: mutantsOf(resource, candidate, put),
    }));
    return [...whole(rule, good, index, judge), ...withSurroundings(tried)];
  });
  return { rule: rule.id, places: [...within, ...additions(good, bad, judge)].filter(({ mutants }) => mutants.length > 0) };
}

function mutantsOf(resource: Resource, { path, changes }: Candidate, put: (values: Json) => Outcome): readonly Mutant[] {
  return changes.map(({ operator, value }) => ({ operator, outcome: put(withTags(resource.values as Json, path, value)) }));
}

/** What the provider makes of `tags` and the default tags goes with them. */
function withTags(values: Json, path: Path, value: Json | undefined): Json {
  const changed = changedAt(values, path, value);
  const all = ["tags_all", ...path.slice(1)];
  return path[0] === "tags" && valueAt(values, all) !== undefined ? changedAt(changed, all, value) : changed;
}

/** Places that turn the verdict, and those around them. */
function withSurroundings(places: readonly PlaceScore[]): readonly PlaceScore[] {
  const turning = places.filter(({ mutants }) => mutants.some(({ outcome }) => outcome !== "pass" && outcome !== "refused"));
  const isAround = (outer: string, inner: string): boolean => inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
  return places.filter((place) => turning.includes(place) || turning.some(({ path }) => isAround(place.path, path)));
}

/** A resource that the rule only looks at taken away, and any given the values of the bad example. */
function whole(
  rule: RuleMeta,
  good: readonly Resource[],
  index: number,
  judge: (resources: readonly Resource[]) => Outcome,
): readonly PlaceScore[] {
  const { type } = good[index] as Resource;
  if (rule.resourceTypes.includes(type)) return [];
  const outcome = judge(good.toSpliced(index, 1));
  return outcome === "pass" ? [] : [{ type, path: "", mutants: [{ operator: "drop", outcome }] }];
}

/** What only the bad example has, added; and the bad example's values all at once, for rules that look at several. */
function additions(
  good: readonly Resource[],
  bad: readonly Resource[],
  judge: (resources: readonly Resource[]) => Outcome,
): readonly PlaceScore[] {
  const place = (type: string, outcome: Outcome): PlaceScore => ({ type, path: "", mutants: [{ operator: "as-bad", outcome }] });
  const added = bad
    .filter((resource) => twinOf(resource, good) === undefined)
    .map((resource) => place(resource.type, judge([...good, resource])));
  const replaced = good.flatMap((resource, index) => {
    const twin = twinOf(resource, bad);
    return twin === undefined || isDocument(resource.type)
      ? []
      : [place(resource.type, judge(good.with(index, { ...resource, values: twin.values })))];
  });
  return [...added, ...replaced].filter(({ mutants }) => mutants.some(({ outcome }) => outcome !== "pass"));
}

/** The resource of another example that plays the same part. */
function twinOf(resource: Resource, others: readonly Resource[]): Resource | undefined {
  const same = others.filter(({ type, mode }) => type === resource.type && mode === resource.mode);
  return same.find(({ name }) => name === resource.name) ?? same[0];
}

export function outcomeOf(policy: Policy, rule: RuleMeta, resources: readonly Resource[]): Outcome {
  const facts = policy.evaluate(wasmInput(resources, AS_OF, [rule.id]))[rule.id] ?? [];
  if (facts.some(({ verdict }) => verdict === "fail")) return "fail";
  if (facts.some(({ verdict }) => verdict === "unknown")) return "unknown";
  const excused = new Set(facts.map(({ address }) => address));
  const judged = resources.filter(({ type, address }) => rule.resourceTypes.includes(type) && !excused.has(address));
  return judged.length > 0 ? "pass" : "out";
}
