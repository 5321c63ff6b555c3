import { type JsonObject, own } from "../normal.js";
import type { BlockStep } from "./read-document.js";

interface MatchedBlock {
  readonly block: JsonObject;
  /** No other block could be meant. */
  readonly isSure: boolean;
  /** What equals another block is planned once. */
  readonly isOneOfSet: boolean;
}

/** The configuration block behind one planned block. Sets are reordered by the provider, so there the constants decide. */
export function matchBlock(written: readonly JsonObject[], value: JsonObject, at: number, isSet: boolean): MatchedBlock | undefined {
  if (written.length <= 1 || !isSet) {
    const block = written[at] ?? (written.length === 1 ? written[0] : undefined);
    return block && { block, isSure: true, isOneOfSet: isSet };
  }
  const scored = written.map((block) => ({ block, score: agreement(block, value) }));
  const best = scored.reduce((first, next) => (next.score > first.score ? next : first));
  if (best.score < 0) return undefined;
  return { block: best.block, isSure: best.score > 0 && scored.filter(({ score }) => score >= 0).length === 1, isOneOfSet: true };
}

/** How many constants of a written block a planned one has; -1 where it has another value for one. In JSON a template is a constant by its looks. */
function agreement(block: JsonObject, value: JsonObject): number {
  let score = 0;
  for (const key of Object.keys(block)) {
    const constant = own(own(block, key), "constant_value");
    if (constant === undefined) continue;
    if (JSON.stringify(own(value, key)) === JSON.stringify(constant)) score += 1;
    else if (typeof constant !== "string" || !/[$%]\{/.test(constant)) return -1;
  }
  return score;
}

/**
 * Where the block of a planned one stands among those that are written; undefined where that is not sure. What a `dynamic` block makes is planned, but its
 * blocks are not among the written ones: then there are more planned ones, or the files tell.
 */
export function stepTo(
  name: string,
  { block, isSure, isOneOfSet }: MatchedBlock,
  written: readonly JsonObject[],
  planned: number,
): BlockStep | undefined {
  const isWhole = isOneOfSet ? planned <= written.length : planned === written.length;
  return isSure && isWhole ? { name, at: written.indexOf(block), of: written.length } : undefined;
}
