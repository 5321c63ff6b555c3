import type { ReadDocument } from "../plan/read-document.js";
import { readSource } from "./expression.js";
import { mayBeWildcard, namesIn, namesOf } from "./names.js";
import { planDocuments } from "./plan-documents.js";
import type { SourceExpression, SourceLines } from "./source-lines.js";
import type { Source, Written } from "./written.js";
import { documentOf } from "./written-document.js";

/**
 * Documents that a plan does not know, since something in them is known only after apply, as the configuration writes them: by `jsonencode`, in a heredoc or in quotes, there
 * or in a local value. One that names other things than the plan says of the attribute was written for another plan, and is not read.
 */
export function sourceDocuments(lines: SourceLines): ReadDocument {
  const readings = new Map<Source, Reading>();
  const readingOf = ({ source, around }: SourceExpression): Reading => {
    const reading = readings.get(source) ?? { names: namesIn(readSource(source)), document: readSource(source, around) };
    readings.set(source, reading);
    return reading;
  };
  const inPlan = planDocuments((address) => lines.around(address));
  return (document) => {
    if (document.written !== undefined) return inPlan(document);
    const { address, path, references, filled } = document;
    const expression = lines.expression(address, path);
    if (expression === undefined) return undefined;
    const reading = readingOf(expression);
    if (!isNamed(reading.names, references)) return undefined;
    return documentOf(path.attribute, reading.document, (parts) => filled(parts, mayBeWildcard(parts) ? [] : parts.flatMap(namesOf)));
  };
}

interface Reading {
  /** What the expression refers to, local values as such. */
  readonly names: readonly string[];
  readonly document: Written | undefined;
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
