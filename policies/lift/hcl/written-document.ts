import type { Json, UnknownValue } from "../../../model/resource.js";
import { parseFilledDocument } from "../embedded/filled-document.js";
import { isUnknown, put, unknown, type Value, type ValueObject } from "../normal.js";
import type { Part } from "../template.js";
import { Encoded, Text, type Written } from "./written.js";

type Leaf = (parts: readonly Part[]) => Json | UnknownValue;

/**
 * The document that an attribute is set to, in its normal form.
 * @param leaf the normal form of a text of which parts are filled in
 * @returns undefined where there is none, or it is not written out
 */
export function documentOf(attribute: string, written: Written | undefined, leaf: Leaf): Value | undefined {
  if (written instanceof Encoded) {
    const value = normalOf(written.value, leaf);
    return typeof value === "object" && value !== null && !isUnknown(value) ? value : undefined;
  }
  if (!(written instanceof Text) || (written.parts.length === 1 && written.parts[0]?.kind === "expression")) return undefined;
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
