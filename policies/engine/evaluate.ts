import type { Fact, RuleMeta } from "../../model/finding.js";
import type { Resource } from "../../model/resource.js";
import { type Chunk, type ChunkLimits, chunksOf } from "./chunks.js";
import type { Guess } from "./foresight.js";
import type { FactsByRule, Policy } from "./load.js";
import type { Share } from "./side-thread.js";

/** Facts by rule id, then by resource address. */
export type FactIndex = ReadonlyMap<string, ReadonlyMap<string, readonly Fact[]>>;

/**
 * Judges one universe of resources that may refer to each other.
 * @param asOf ISO date of the check: the compiled rules have no clock. Left out, every date of a document has passed.
 * @param rules the rules to judge by; left out, every rule the policy holds. Naming them is faster: a rule that has nothing to judge in a
 * chunk is not called, and what is never called is never compiled.
 * @param guesses what has been handed to the policy's other thread by the same rules and date
 */
export function evaluate(
  policy: Policy,
  resources: readonly Resource[],
  asOf?: string,
  limits?: ChunkLimits,
  rules?: readonly JudgingRule[],
  guesses: readonly Guess[] = [],
): FactIndex {
  const index = new Map<string, Map<string, Fact[]>>();
  const tasks = chunksOf(
    resources,
    limits,
    guesses.map((guess) => guess.resources),
  ).flatMap((chunk) => {
    const only = rules && rulesFor(chunk, rules);
    return only?.length === 0 ? [] : [{ chunk, only }];
  });
  const inputOf = ({ chunk, only }: (typeof tasks)[number]): string => wasmInput(chunk.resources, asOf, only);
  if (policy.evaluateAll === undefined || tasks.length < 2)
    for (const task of tasks) collect(index, policy.evaluate(inputOf(task)), task.chunk.judges);
  else {
    const answers = policy.evaluateAll(
      tasks.map((task): Share => {
        const guess = task.chunk.guess === undefined ? undefined : guesses[task.chunk.guess];
        return guess === undefined ? { input: () => inputOf(task) } : { handed: guess.handed };
      }),
    );
    for (const [at, { chunk }] of tasks.entries()) collect(index, answers[at] as FactsByRule, chunk.judges);
  }
  return index;
}

/** What of a rule's metadata says where it judges. */
export type JudgingRule = Pick<RuleMeta, "id" | "resourceTypes">;

/** Ids of the rules that have something to judge in a chunk. */
export const rulesFor = ({ types, judges }: Pick<Chunk, "types" | "judges">, rules: readonly JudgingRule[]): readonly string[] =>
  rules.filter(({ id, resourceTypes }) => judges(id) && resourceTypes.some((type) => types.has(type))).map(({ id }) => id);

/**
 * The input of the wasm module: resources grouped by type, so that a rule looks only at its own.
 * @param only ids of the only rules to judge; left out, every rule
 */
export function wasmInput(resources: readonly Resource[], asOf?: string, only?: readonly string[]): string {
  const byType = new Map<string, unknown[]>();
  for (const { address, mode, type, region, values, actions } of resources) {
    const entry: Record<string, unknown> = actions === undefined ? { address, mode, values } : { address, mode, actions, values };
    if (region !== undefined) entry.region = region;
    const list = byType.get(type);
    if (list === undefined) byType.set(type, [entry]);
    else list.push(entry);
  }
  const packages = only?.map(packageOf);
  // One call for all of a chunk costs two thirds of one for each resource. Object.fromEntries takes `__proto__` as a key like any other.
  return wellFormed(JSON.stringify({ asOf, only: packages, resources: Object.fromEntries(byType) }));
}

/** A rule's package is its id with underscores. */
const packageOf = (rule: string): string => rule.replaceAll("-", "_");

/**
 * JSON.stringify writes half a surrogate pair as an escape, which the wasm module's JSON parser refuses; whole pairs it writes as they are. The
 * halves become U+FFFD.
 */
const wellFormed = (json: string): string =>
  json.includes("\\ud")
    ? json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (code) => (code.length === 6 && code[1] === "u" ? "\\ufffd" : code))
    : json;

function collect(index: Map<string, Map<string, Fact[]>>, facts: FactsByRule, judges: Chunk["judges"]): void {
  for (const rule of Object.keys(facts)) {
    for (const fact of facts[rule] ?? []) {
      if (!judges(rule, fact.address)) continue;
      let byAddress = index.get(rule);
      if (byAddress === undefined) {
        byAddress = new Map();
        index.set(rule, byAddress);
      }
      const list = byAddress.get(fact.address);
      if (list === undefined) byAddress.set(fact.address, [fact]);
      else list.push(fact);
    }
  }
}
