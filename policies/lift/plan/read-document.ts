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

/** A document that a plan does not know. */
export interface UnreadDocument {
  /** Of the resource. */
  readonly address: string;
  readonly path: AttributePath;
  /** What the plan says that the attribute refers to. */
  readonly references: readonly string[];
  /** The template that is written for the attribute, where the plan says it: it does of configuration in JSON. */
  readonly written: string | undefined;
  /** The normal form of a text, by its parts and what they refer to. */
  filled(parts: readonly Part[], names: readonly string[]): Json | UnknownValue;
}

/**
 * Reads a document from the configuration that a plan was made of.
 * @returns undefined where it cannot be read
 */
export type ReadDocument = (document: UnreadDocument) => Value | undefined;
