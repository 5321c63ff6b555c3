import type { Part } from "../template.js";
import { Encoded, Several, Text, type Written } from "./written.js";

/** What a value is where it is filled into text; undefined where that cannot be told, or it is none that may be. */
export function textOf(value: Written): readonly Part[] | undefined {
  if (value instanceof Several) return undefined;
  if (value instanceof Text) return value.parts;
  if (value instanceof Encoded) return jsonText(value.value);
  return typeof value === "number" || typeof value === "boolean" ? [literal(String(value))] : undefined;
}

/** Texts one after the other, with another between each two. */
export function joined(texts: readonly (readonly Part[])[], between: readonly Part[]): readonly Part[] {
  return texts.flatMap((text, at) => (at === 0 ? text : [...between, ...text]));
}

const literal = (text: string): Part => ({ kind: "text", text });
const quoted = (parts: readonly Part[]): readonly Part[] => [
  literal('"'),
  ...parts.map((part) => (part.kind === "text" ? literal(JSON.stringify(part.text).slice(1, -1)) : part)),
  literal('"'),
];

/** JSON, in which what is not worked out stands as a text of its own, whatever it turns out to be. */
function jsonText(value: Written): readonly Part[] | undefined {
  if (value instanceof Text) return quoted(value.parts);
  // A text of JSON in a text of JSON.
  if (value instanceof Encoded) return undefined;
  if (Array.isArray(value)) return wrapped("[", allOf((value as readonly Written[]).map(jsonText)), "]");
  if (!(value instanceof Map)) return [literal(JSON.stringify(value))];
  const entries = [...(value as ReadonlyMap<string, Written>)].map(([key, inner]) => {
    const text = jsonText(inner);
    return text && [...quoted([literal(key)]), literal(":"), ...text];
  });
  return wrapped("{", allOf(entries), "}");
}

/** All of them, or none. */
export const allOf = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined =>
  values.every((value) => value !== undefined) ? (values as readonly T[]) : undefined;

const wrapped = (open: string, texts: readonly (readonly Part[])[] | undefined, close: string): readonly Part[] | undefined =>
  texts && [literal(open), ...joined(texts, [literal(",")]), literal(close)];
