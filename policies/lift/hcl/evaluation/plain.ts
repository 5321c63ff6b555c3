import type { Json } from "../../../../model/resource.js";
import { Encoded, Several, Text, Unkeyed, type Written, type WrittenObject } from "../written.js";

/** A value of which nothing is open. In an object of its own, since `null` is a value, too. */
export interface Plain {
  readonly value: Json;
}

/** @returns undefined for what depends on something that is not known */
export function plainOf(written: Written | undefined): Plain | undefined {
  if (written === undefined) return undefined;
  if (written instanceof Text) {
    const texts = written.parts.map((part) => (part.kind === "text" ? part.text : undefined));
    return texts.includes(undefined) ? undefined : { value: texts.join("") };
  }
  if (written instanceof Encoded) {
    const inner = plainOf(written.value);
    return inner && { value: JSON.stringify(inner.value) };
  }
  if (Array.isArray(written)) {
    const items = (written as readonly Written[]).map(plainOf);
    return items.every((item) => item !== undefined) ? { value: items.map(({ value }) => value) } : undefined;
  }
  if (written instanceof Unkeyed) return undefined;
  if (!(written instanceof Map)) return { value: written as number | boolean | null };
  const entries: (readonly [string, Json])[] = [];
  for (const [key, inner] of written as ReadonlyMap<string, Written>) {
    const value = plainOf(inner);
    if (value === undefined) return undefined;
    entries.push([key, value.value]);
  }
  return { value: Object.fromEntries(entries) };
}

/** A list of which it is known how many elements it has, and which stands where. */
export const isWhole = (value: Written | undefined): value is readonly Written[] =>
  Array.isArray(value) && !value.some((item) => item instanceof Several);

/** An object of which every key is known. */
export const isWholeObject = (value: Written | undefined): value is WrittenObject => value instanceof Map && !(value instanceof Unkeyed);

export const textOf = (text: string): Text => new Text([{ kind: "text", text }]);

export function writtenOf(value: Json): Written {
  if (typeof value === "string") return textOf(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(writtenOf);
  return new Map(Object.entries(value).map(([key, inner]) => [key, writtenOf(inner)] as const));
}
