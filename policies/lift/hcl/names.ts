import { type Part, traversalsOf } from "../template.js";
import { Encoded, Text, type Written } from "./written.js";

/**
 * Whether a text is one expression in which a wildcard is written: it may be that, whatever else stands there (`var.all ? "*" : aws_s3_bucket.b.arn`). To those who
 * judge it, it leads to nothing.
 */
export function mayBeWildcard([only, ...more]: readonly Part[]): boolean {
  return more.length === 0 && only?.kind === "expression" && WILDCARD.test(only.source) && !only.source.replace(QUOTED, "").includes("{");
}

const WILDCARD = /"[^"$]*\*[^"$]*"/;
/** What is left without it makes objects where it has braces, and those are no text. */
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** What an expression refers to. The variables of `for` expressions are names of their own. */
export function namesOf(part: Part): readonly string[] {
  if (part.kind === "text") return [];
  const variables = new Set(
    [...part.source.matchAll(/\bfor\s+([A-Za-z_]\w*)(?:\s*,\s*([A-Za-z_]\w*))?\s+in\b/g)].flatMap(([, key, value]) => [key, value]),
  );
  return traversalsOf(part.source).filter((traversal) => !variables.has(/^\w+/.exec(traversal)?.[0]));
}

/** What all of them refer to. */
export function namesIn(written: Written | undefined): readonly string[] {
  if (written instanceof Text) return written.parts.flatMap(namesOf);
  if (written instanceof Encoded) return namesIn(written.value);
  if (written instanceof Map) return [...written.values()].flatMap(namesIn);
  return Array.isArray(written) ? written.flatMap(namesIn) : [];
}
