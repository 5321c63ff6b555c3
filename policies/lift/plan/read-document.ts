import type { Json, UnknownValue } from "../../../model/resource.js";
import type { Value } from "../normal.js";
import type { Part } from "../template.js";

/** Where an attribute stands in a resource. */
export interface AttributePath {
  /** The blocks that it is inside of, outermost first. */
  readonly blocks: readonly BlockStep[];
  readonly attribute: string;
}

export interface BlockStep {
  readonly name: string;
  /** Which of the blocks of that name, from 0, in the order they are written in. */
  readonly at: number;
  /** How many of them the plan says are written. */
  readonly of: number;
}

/**
 * Reads a document that the plan does not know from the configuration it was made of.
 * @param references what the plan says that the attribute refers to
 * @param filled the normal form of a text, by its parts and what they refer to
 * @returns undefined where it cannot be read
 */
export type ReadDocument = (
  address: string,
  attribute: AttributePath,
  references: readonly string[],
  filled: (parts: readonly Part[], names: readonly string[]) => Json | UnknownValue,
) => Value | undefined;
