import { type Explained, SURVIVORS_EXPLAINED, survivorExplanationOf } from "./explained.js";
import { isKilled, type Mutant, type PlaceScore, type RuleScore } from "./score.js";

/**
 * Why a change of the good example leaves its verdict, told from what the other changes of the same place do: each reason is a statement about the
 * rule that those outcomes prove, and holds of this very mutant.
 */
const REASONS = {
  out: "nothing is left that the rule judges",
  default: "absent, it is judged by the default, which is as expected",
  "same-as-absent": "empty is judged like absent",
  "nothing-at-fault": "an empty list holds nothing that could be at fault",
  "only-if-unknown": "known, nothing here decides; not known, it may be what decides",
  written: "the rule asks that it is written, not what it says",
  wider: "the wildcard covers what the rule asks to be covered",
  "some-refused": "only certain values are refused, and this is none of them",
  floor: "more than is asked for",
  ceiling: "less than is allowed",
  "any-number": "any number will do, so long as one is written",
  rest: "what is left of the list, or of the resources beside it, still meets the rule",
  "bad-elsewhere": "the bad example fails by another place than this",
  around: "holds a place that decides, which falls back to its default",
} as const;
type SurvivorReason = keyof typeof REASONS;

/** A place where a change survives. */
export interface Survivor {
  readonly rule: string;
  readonly type: string;
  readonly path: string;
  readonly operator: Mutant["operator"];
  /** In words; undefined when no reason holds: a fault of the rule, or of the examples. */
  readonly why: string | undefined;
}

/** The mutants of a rule that it lets pass; those made unknown stand apart (explained.ts). */
export const survivorsOf = ({ rule, places }: RuleScore): readonly Survivor[] =>
  places.flatMap((place) =>
    place.mutants
      .filter((mutant) => mutant.operator !== "unknown" && mutant.outcome !== "refused" && !isKilled(mutant))
      .map((mutant) => {
        const reason = reasonOf(mutant, place, places);
        const why = survivorExplanationOf(rule, place.path)?.why ?? (reason === undefined ? undefined : REASONS[reason]);
        return { rule, type: place.type, path: place.path, operator: mutant.operator, why };
      }),
  );

/** What stands against the rules: survivors that nobody explains, and explanations of what does not survive. */
export function survivorFaults(survivors: readonly Survivor[]): readonly string[] {
  const idle = SURVIVORS_EXPLAINED.filter(
    (each: Explained) => !survivors.some(({ rule, path }) => rule === each.rule && path === each.path),
  );
  return [
    ...survivors
      .filter(({ why }) => why === undefined)
      .map(
        ({ rule, path, operator }) => `${rule}: ${path} survives ${operator}; mend the rule, or explain it in tools/mutations/explained.ts`,
      ),
    ...idle.map(({ rule, path }) => `${rule}: ${path} is explained and does not survive`),
  ];
}

function reasonOf({ operator, outcome }: Mutant, place: PlaceScore, places: readonly PlaceScore[]): SurvivorReason | undefined {
  if (outcome === "out") return "out";
  const killed = (name: Mutant["operator"]): boolean => place.mutants.some((mutant) => mutant.operator === name && isKilled(mutant));
  const passes = (name: Mutant["operator"]): boolean => place.mutants.some((mutant) => mutant.operator === name && !isKilled(mutant));
  const decides = place.mutants.some((mutant) => mutant.operator !== "unknown" && isKilled(mutant));
  if (!decides && place.mutants.some(isKilled)) return "only-if-unknown";
  if (!decides && places.some(({ type, path }) => type === place.type && isAround(place.path, path))) return "around";
  switch (operator) {
    case "drop":
      return "default";
    case "empty":
      return passes("drop") ? "same-as-absent" : killed("as-bad") && place.isList ? "nothing-at-fault" : undefined;
    case "zero":
      return killed("huge") ? "ceiling" : passes("huge") && killed("drop") ? (place.isList ? "rest" : "any-number") : "some-refused";
    case "huge":
      return killed("zero") ? "floor" : passes("zero") && killed("drop") ? (place.isList ? "rest" : "any-number") : "some-refused";
    case "widen":
      if (killed("other")) return "wider";
      return killed("drop") && !killed("as-bad") ? "written" : "some-refused";
    case "other":
      return killed("drop") && !killed("as-bad") ? "written" : "some-refused";
    case "as-bad":
      return "bad-elsewhere";
    case "flip":
      return undefined;
    default:
      return undefined;
  }
}

const isAround = (outer: string, inner: string): boolean => inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
