import type { Json, UnknownReason, UnknownValue } from "../../model/resource.js";

/** JSON as it comes from JSON.parse: own `__proto__` keys are possible and harmless as long as nobody assigns them. */
export type JsonObject = { [key: string]: Json };
/** The normal form of model/resource.ts, while it is being built. */
export type Value = Json | UnknownValue | Value[] | ValueObject;
export type ValueObject = { [key: string]: Value };

/** No real attribute nests this deep; past it a value is kept as an unknown, so that hostile input cannot exhaust the stack. */
export const MAX_DEPTH = 100;

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

export const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/**
 * Own property or undefined: input keys such as `constructor` must not reach the prototype. All that the prototypes of objects and arrays hold
 * are functions, `__proto__` and `length`; no value of JSON is a function, so only those take the slower way.
 */
export function own(object: unknown, key: string): Json | undefined {
  if (typeof object !== "object" || object === null) return undefined;
  const value: unknown = (object as JsonObject)[key];
  if (typeof value === "function" || key === "__proto__") return Object.hasOwn(object, key) ? (value as Json) : undefined;
  return value as Json | undefined;
}

export function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The key that marks an unknown value. Where the author wrote it, it gets a second sign, so that no literal passes for an unknown. */
const MARK = "$unknown";
export const isMark = (key: string): boolean => key === MARK;

/** Assigns a key that comes from input; `__proto__` becomes an ordinary own key. */
export function put(object: ValueObject, key: string, value: Value): void {
  if (key === "__proto__") Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[isMark(key) ? `$${MARK}` : key] = value;
}

export const isUnknown = (value: unknown): value is UnknownValue =>
  isObject(value) && typeof value.$unknown === "string" && Array.isArray(value.refs);

export function unknown(
  reason: UnknownReason,
  refs: readonly string[] = [],
  extra: { readonly attribute?: string; readonly template?: string } = {},
): UnknownValue {
  return {
    $unknown: reason,
    refs,
    ...(extra.attribute === undefined ? {} : { attribute: extra.attribute }),
    ...(extra.template === undefined ? {} : { template: extra.template }),
  };
}
