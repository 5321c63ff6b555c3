import type { Json } from "../../../../model/resource.js";
import { jsonOf } from "../../normal.js";
import { applied } from "../functions.js";
import { NOTHING_AROUND, type Written } from "../written.js";
import { isWhole, isWholeObject, type Plain, plainOf, textOf, writtenOf } from "./plain.js";

type Lists = readonly Written[];

/**
 * What a function of Terraform's language makes of what is given to it, as far as that is written out.
 * Source: developer.hashicorp.com/terraform/language/functions
 * @returns undefined for a function that is not worked out, and for what depends on something open
 */
export function called(name: string, given: Lists): Written | undefined {
  const put = applied(name, given, NOTHING_AROUND.file);
  if (put !== undefined) return put;
  const whole = Object.hasOwn(STRUCTURES, name) ? STRUCTURES[name]?.(given) : undefined;
  if (whole !== undefined) return whole;
  const plain = Object.hasOwn(VALUES, name) ? given.map(plainOf) : [undefined];
  if (!plain.every((each): each is Plain => each !== undefined)) return undefined;
  const made = VALUES[name]?.(plain.map(({ value }) => value));
  return made === undefined ? undefined : writtenOf(made);
}

/** What only takes apart may hold things that are open. */
const STRUCTURES: Readonly<Record<string, (given: Lists) => Written | undefined>> = {
  tomap: ([map]) => (map instanceof Map ? map : undefined),
  keys: ([map]) => (isWholeObject(map) ? [...map.keys()].sort().map(textOf) : undefined),
  values: ([map]) => (isWholeObject(map) ? [...map].sort(byKey).map(([, value]) => value) : undefined),
  length: ([value]) => (isWhole(value) ? value.length : isWholeObject(value) ? value.size : undefined),
  lookup: ([map, key, otherwise]) => {
    const name = plainOf(key)?.value;
    return isWholeObject(map) && typeof name === "string" ? (map.get(name) ?? otherwise) : undefined;
  },
  element: ([list, index]) => {
    const at = plainOf(index)?.value;
    return isWhole(list) && list.length > 0 && typeof at === "number" && at >= 0 ? list[at % list.length] : undefined;
  },
  // The first that is neither null nor empty; behind one that is open nothing can be told.
  coalesce: (values) => {
    for (const value of values) {
      const plain = plainOf(value);
      if (plain === undefined || (plain.value !== null && plain.value !== "")) return plain && value;
    }
    return undefined;
  },
  // A value that is written out cannot fail.
  try: ([value]) => (plainOf(value) === undefined ? undefined : value),
  sensitive: () => undefined,
  nonsensitive: ([value]) => value,
};

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

const isText = (value: Json | undefined): value is string => typeof value === "string";
const isNumber = (value: Json | undefined): value is number => typeof value === "number";
const isTexts = (value: Json | undefined): value is string[] => Array.isArray(value) && value.every(isText);

const text =
  (make: (value: string) => Json) =>
  ([value]: readonly Json[]): Json | undefined =>
    isText(value) ? make(value) : undefined;
const texts =
  (make: (value: string, other: string) => Json) =>
  ([value, other]: readonly Json[]): Json | undefined =>
    isText(value) && isText(other) ? make(value, other) : undefined;
const number =
  (make: (value: number) => number) =>
  ([value]: readonly Json[]): Json | undefined =>
    isNumber(value) ? make(value) : undefined;
const numbers =
  (make: (...values: number[]) => number) =>
  (values: readonly Json[]): Json | undefined =>
    values.length > 0 && values.every(isNumber) ? make(...values) : undefined;

/** These need all that is given to them. */
const VALUES: Readonly<Record<string, (given: readonly Json[]) => Json | undefined>> = {
  lower: text((value) => value.toLowerCase()),
  upper: text((value) => value.toUpperCase()),
  // JSON is YAML, too.
  yamlencode: ([value]) => (value === undefined ? undefined : JSON.stringify(value)),
  jsondecode: text((value) => jsonOf(value) ?? null),
  base64encode: text((value) => Buffer.from(value).toString("base64")),
  base64decode: text((value) => Buffer.from(value, "base64").toString()),
  trimspace: text((value) => value.trim()),
  title: text((value) => value.replace(/(^|\s)\p{Ll}/gu, (start) => start.toUpperCase())),
  trimprefix: texts((value, prefix) => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimsuffix: texts((value, suffix) => (suffix !== "" && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value)),
  startswith: texts((value, prefix) => value.startsWith(prefix)),
  endswith: texts((value, suffix) => value.endsWith(suffix)),
  split: texts((separator, value) => (value === "" ? [""] : value.split(separator))),
  // Between slashes stands a regular expression of Go's.
  replace: ([value, part, by]) =>
    isText(value) && isText(part) && isText(by) && !/^\/.*\/$/s.test(part) ? value.replaceAll(part, () => by) : undefined,
  substr: ([value, from, length]) =>
    isText(value) && isNumber(from) && isNumber(length) && from >= 0
      ? [...value].slice(from, length < 0 ? undefined : from + length).join("")
      : undefined,
  format: ([pattern, ...given]) => (isText(pattern) ? formatted(pattern, given) : undefined),
  length: ([value]) => (isText(value) ? [...value].length : undefined),
  contains: ([list, value]) => (Array.isArray(list) && isScalar(value) ? list.includes(value) : undefined),
  compact: ([list]) => (isScalars(list) ? list.filter((item) => item !== null && item !== "") : undefined),
  sort: ([list]) => (isTexts(list) ? [...list].sort() : undefined),
  reverse: ([list]) => (Array.isArray(list) ? [...list].reverse() : undefined),
  tostring: ([value]) => (isScalar(value) ? String(value) : undefined),
  tonumber: ([value]) => (isNumber(value) ? value : isText(value) && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined),
  tobool: ([value]) => (typeof value === "boolean" ? value : value === "true" ? true : value === "false" ? false : undefined),
  max: numbers(Math.max),
  min: numbers(Math.min),
  abs: number(Math.abs),
  ceil: number(Math.ceil),
  floor: number(Math.floor),
};

const isScalar = (value: Json | undefined): value is string | number | boolean =>
  isText(value) || isNumber(value) || typeof value === "boolean";
const isScalars = (value: Json | undefined): value is Json[] =>
  Array.isArray(value) && value.every((item: Json) => item === null || isScalar(item));

/** `%d` beside `%s` and `%%`; anything finer is left. */
function formatted(pattern: string, given: readonly Json[]): string | undefined {
  let at = 0;
  let fails = false;
  const out = pattern.replace(/%(%|[^%])/g, (_, verb: string) => {
    if (verb === "%") return "%";
    const value = given[at];
    at += 1;
    if (verb === "s" && isScalar(value)) return String(value);
    if (verb === "d" && isNumber(value) && Number.isInteger(value)) return String(value);
    fails = true;
    return "";
  });
  return fails || at !== given.length ? undefined : out;
}
