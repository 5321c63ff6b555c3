import type { Resource } from "../../model/resource.js";
import { judgesInPieces, TARGET } from "./chunks.js";
import { type JudgingRule, rulesFor, wasmInput } from "./evaluate.js";
import type { Handed, SideThread } from "./side-thread.js";

/** Resources that were handed over as one chunk on the guess that nothing outside concerns them. */
export interface Guess {
  readonly resources: readonly Resource[];
  readonly handed: Handed;
}

/**
 * Has whole module instances judged by the side thread while the rest of the plan is still being lifted. Whether they are chunks is known once
 * everything is; what turns out otherwise is judged anew, so that a guess costs the side thread's time at most.
 */
export class Foresight {
  readonly #side: SideThread;
  readonly #asOf: string;
  readonly #rules: readonly JudgingRule[];
  readonly #guesses: Guess[] = [];
  #open: Resource[] = [];

  /** @param rules those that the check will judge by, on the date `asOf` */
  constructor(side: SideThread, asOf: string, rules: readonly JudgingRule[]) {
    this.#side = side;
    this.#asOf = asOf;
    this.#rules = rules;
  }

  get guesses(): readonly Guess[] {
    return this.#guesses;
  }

  /** Takes the resources of one module instance, to which nothing is added later. */
  readonly see = (resources: readonly Resource[]): void => {
    if (this.#open.length > 0 && this.#open.length + resources.length > TARGET) this.#hand(this.#open);
    for (const resource of resources) this.#open.push(resource);
  };

  /** Nothing more comes. */
  end(): void {
    if (this.#open.length > 0) this.#hand(this.#open);
  }

  #hand(resources: readonly Resource[]): void {
    this.#open = [];
    const types = new Set(resources.map(({ type }) => type));
    const only = rulesFor({ types, judges: judgesInPieces }, this.#rules);
    const handed = only.length === 0 ? undefined : this.#side.foresee(() => wasmInput(resources, this.#asOf, only));
    if (handed !== undefined) this.#guesses.push({ resources, handed });
  }
}
