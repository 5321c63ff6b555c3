import type { Json, UnknownValue } from "../../../model/resource.js";
import type { Value } from "../normal.js";
import type { Part } from "../template.js";
import { parseDocument } from "./json-documents.js";

/** Marks what is filled into a document text while it is parsed as JSON; private-use letters, so no real text holds them. */
const MARK = { open: "\uE000", close: "\uE001" } as const;
const MARKED = /\uE000(\d+)\uE001/g;

/**
 * A document whose text has expressions in it. They are taken out before the JSON is parsed: quotes inside them are Terraform's, not JSON's.
 * @param leaf the normal form of a text of which parts are filled in
 */
export function parseFilledDocument(
  attribute: string,
  parts: readonly Part[],
  leaf: (parts: readonly Part[]) => Json | UnknownValue,
  refs: readonly string[],
): Value {
  const sources: Part[] = [];
  const marked = parts.map((part) => (part.kind === "text" ? part.text : `${MARK.open}${sources.push(part) - 1}${MARK.close}`)).join("");
  return parseDocument(attribute, marked, (text) => (text.includes(MARK.open) ? leaf(unmarked(text, sources)) : text), refs);
}

function unmarked(text: string, sources: readonly Part[]): readonly Part[] {
  const parts: Part[] = [];
  let last = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > last) parts.push({ kind: "text", text: text.slice(last, match.index) });
    const source = sources[Number(match[1])];
    if (source !== undefined) parts.push(source);
    last = match.index + match[0].length;
  }
  if (last < text.length) parts.push({ kind: "text", text: text.slice(last) });
  return parts;
}
