import type { Json, Resource } from "../../model/resource.js";
import type { Policy } from "../../policies/engine/load.js";
import { candidatesOf, isDocument } from "./candidates.js";
import { changedAt, type Path, textOf } from "./places.js";
import { wordsReadBy } from "./reads.js";
import { outcomeOf, type Specimen } from "./score.js";
import { type Trap, trapReasonOf } from "./traps-explained.js";

const UNKNOWN = { $unknown: "expression", refs: [] } as const;

/**
 * Every place of the good example after which the rule fails, and every one of the bad example after which it has nothing to say; what an example does
 * not write and the rule may read is tried as well.
 */
export function trapsOf(policy: Policy, { rule, good, bad }: Specimen): readonly Trap[] {
  const words = wordsReadBy(rule.id, rule.domain);
  const places = (list: readonly Resource[], isTrap: (outcome: string) => boolean): readonly string[] =>
    list.flatMap((resource, index) => {
      const outcomeAt = (path: Path): string => {
        const values = changedAt(resource.values as Json, path, UNKNOWN) as Resource["values"];
        return outcomeOf(policy, rule, list.with(index, { ...resource, values }));
      };
      return isDocument(resource.type)
        ? []
        : candidatesOf(resource, undefined, words)
            .filter(({ path }) => isTrap(outcomeAt(path)))
            .map(({ path }) => `${resource.type} ${textOf(path)}`);
    });
  const found = (reads: Trap["reads"], list: readonly string[]): readonly Trap[] =>
    [...new Set(list)].map((place) => ({ rule: rule.id, reads, place }));
  const asBad = places(good, (outcome) => outcome === "fail");
  const asGood = places(bad, (outcome) => outcome === "pass" || outcome === "out");
  return [...found("as-bad", asBad), ...found("as-good", asGood)];
}

/** What stands against the rules: traps that nobody explains. */
export const trapFaults = (traps: readonly Trap[]): readonly string[] =>
  traps
    .filter((trap) => trapReasonOf(trap) === undefined)
    .map(
      ({ rule, reads, place }) =>
        `${rule}: ${place} not known is read ${reads}; mend it, or explain it in tools/mutations/traps-explained.ts`,
    );
