import type { Json, UnknownValue } from "../../../model/resource.js";
import { isUnknown, unknown, type Value } from "../normal.js";
import { isTraversal, splitTemplate } from "../template.js";
import { parseDocument } from "./json-documents.js";

/**
 * A policy document inside a template, which may be an object or JSON text, in its normal form. In a text with interpolations each leaf keeps
 * its own of them; what they refer to the whole text tells.
 */
export function innerDocument(value: Value): Value {
  if (typeof value === "string") return parseDocument("policy", value);
  if (!isUnknown(value) || value.template === undefined) return value;
  return parseDocument("policy", value.template, (leaf) => leafOf(leaf, value.refs), value.refs);
}

function leafOf(text: string, refs: readonly string[]): Json | UnknownValue {
  const [only, ...more] = splitTemplate(text);
  if (interpolationsOf(text).every(isPolicyVariable)) return text;
  // Nothing but a reference has no text around it that could be judged.
  const bare = more.length === 0 && only?.kind === "expression" && isTraversal(only.source);
  return unknown("expression", refs, bare ? {} : { template: text });
}

export const interpolationsOf = (text: string): readonly string[] =>
  splitTemplate(text).flatMap((part) => (part.kind === "expression" ? [part.source] : []));

/** `iot:ClientId`, `*`, `?`, `$`. Source: docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html */
export const isPolicyVariable = (source: string): boolean => /^[a-z0-9-]+:(?!:)|^[*?$]$/i.test(source);
