import type { Json, UnknownValue } from "../../model/resource.js";
import { parseFilledDocument } from "../lift/embedded/filled-document.js";
import { isUnknown, put, unknown, type Value, type ValueObject } from "../lift/normal.js";
import type { ReadDocument } from "../lift/plan/read-document.js";
import { type Part, traversalsOf } from "../lift/template.js";
import { readSource } from "./expression.js";
import type { SourceExpression, SourceLines } from "./source-lines.js";
import { Encoded, Text, type Written } from "./written.js";

type Leaf = (parts: readonly Part[]) => Json | UnknownValue;

/**
 * Documents that a plan does not know, since something in them is known only after apply, as the configuration writes them: by `jsonencode`, in a heredoc or in quotes, there
 * or in a local value. One that names other things than the plan says of the attribute was written for another plan, and is not read.
 */
export function sourceDocuments(lines: SourceLines): ReadDocument {
  const readings = new Map<SourceExpression["source"], Reading>();
  const readingOf = ({ source, local }: SourceExpression): Reading => {
    const reading = readings.get(source) ?? { names: namesIn(readSource(source)), document: readSource(source, local) };
    readings.set(source, reading);
    return reading;
  };
  return (address, path, references, filled) => {
    const expression = lines.expression(address, path);
    if (expression === undefined) return undefined;
    const { names, document } = readingOf(expression);
    if (!isNamed(names, references)) return undefined;
    return documentOf(path.attribute, document, (parts) => filled(parts, parts.flatMap(namesOf)));
  };
}

interface Reading {
  /** What the expression refers to, local values as such. */
  readonly names: readonly string[];
  readonly document: Written | undefined;
}

/** The variables of `for` expressions are names of their own. */
function namesOf(part: Part): readonly string[] {
  if (part.kind === "text") return [];
  const variables = new Set(
    [...part.source.matchAll(/\bfor\s+([A-Za-z_]\w*)(?:\s*,\s*([A-Za-z_]\w*))?\s+in\b/g)].flatMap(([, key, value]) => [key, value]),
  );
  return traversalsOf(part.source).filter((traversal) => !variables.has(/^\w+/.exec(traversal)?.[0]));
}

function namesIn(written: Written | undefined): readonly string[] {
  if (written instanceof Text) return written.parts.flatMap(namesOf);
  if (written instanceof Encoded) return namesIn(written.value);
  if (written instanceof Map) return [...written.values()].flatMap(namesIn);
  return Array.isArray(written) ? written.flatMap(namesIn) : [];
}

/** The plan lists a reference with what it begins with: `a.b.arn` and `a.b`. A word without a dot is none (`for`, `in`, `true`). */
function isNamed(names: readonly string[], references: readonly string[]): boolean {
  const written = names.filter((name) => name.includes("."));
  return (
    written.every((name) => references.some((reference) => begins(name, reference))) &&
    references.every((reference) => written.some((name) => begins(name, reference)))
  );
}

const begins = (name: string, reference: string): boolean =>
  name === reference || (name.startsWith(reference) && (name[reference.length] === "." || name[reference.length] === "["));

function documentOf(attribute: string, written: Written | undefined, leaf: Leaf): Value | undefined {
  if (written instanceof Encoded) {
    const value = normalOf(written.value, leaf);
    return typeof value === "object" && value !== null && !isUnknown(value) ? value : undefined;
  }
  if (!(written instanceof Text) || written.parts.length < 2) return undefined;
  const value = parseFilledDocument(attribute, written.parts, leaf, []);
  return isUnknown(value) ? undefined : value;
}

function normalOf(written: Written, leaf: Leaf): Value {
  if (written instanceof Text) {
    const { parts } = written;
    return parts.every((part) => part.kind === "text")
      ? parts.map((part) => (part as { readonly text: string }).text).join("")
      : leaf(parts);
  }
  // A document inside a document is a text there.
  if (written instanceof Encoded) return unknown("expression");
  if (Array.isArray(written)) return (written as readonly Written[]).map((item) => normalOf(item, leaf));
  if (!(written instanceof Map)) return written as number | boolean | null;
  const out: ValueObject = {};
  for (const [key, value] of written as ReadonlyMap<string, Written>) put(out, key, normalOf(value, leaf));
  return out;
}
