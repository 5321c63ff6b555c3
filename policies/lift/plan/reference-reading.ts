import type { Json } from "../../../model/resource.js";
import { parseTraversal, type Step } from "../address.js";
import { type JsonObject, own } from "../normal.js";

/** The references of one expression, before they are resolved for a module instance. */
export interface Reading {
  readonly references: readonly (readonly Step[])[];
  /** Some reference is to `each` or `count`. */
  readonly repeats: boolean;
  /** References to anything else. */
  readonly things: number;
}

/** Undefined when an expression has none listed. */
export function readReferences(expression: JsonObject): Reading | undefined {
  const listed = own(expression, "references");
  if (!Array.isArray(listed)) return undefined;
  const references = mostSpecific(listed).map((reference) => parseTraversal(reference) ?? []);
  const repeats = references.map(([head]) => nameOf(head) === "each" || nameOf(head) === "count");
  return { references, repeats: repeats.includes(true), things: repeats.filter((repeat) => !repeat).length };
}

export const nameOf = (step: Step | undefined): string | undefined => (step?.kind === "name" ? step.name : undefined);

/** Terraform lists each reference followed by its own prefixes (`a.b.arn`, `a.b`): only the longest of each chain is kept. */
function mostSpecific(references: readonly Json[]): readonly string[] {
  const kept = new Set<string>();
  let last = "";
  for (const reference of references) {
    if (typeof reference !== "string") continue;
    const covered = last.startsWith(reference) && (last[reference.length] === "." || last[reference.length] === "[");
    if (covered) continue;
    kept.add(reference);
    last = reference;
  }
  return [...kept];
}
