import type { Json } from "../../../model/resource.js";
import { isObject, type JsonObject, MAX_DEPTH, own, put, type Value, type ValueObject } from "../normal.js";

/** A template has at most 500 resources. Source: docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_LOOP = 500;

/**
 * The resources of a `Fn::ForEach`: `[Name, list, {"Key${Name}": resource}]`.
 * Source: docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 * @returns undefined when the list is not known, or a loop stands within the loop
 */
export function unrolled(argument: Json, listOf: (list: Json) => readonly unknown[] | undefined): JsonObject | undefined {
  const [name, list, body] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
  const items = list === undefined ? undefined : listOf(list);
  if (typeof name !== "string" || !isObject(body) || items === undefined || items.length > MAX_LOOP) return undefined;
  const keys = Object.keys(body);
  if (items.some((item) => typeof item !== "string" && typeof item !== "number") || keys.some((key) => key.startsWith("Fn::")))
    return undefined;
  const out: ValueObject = {};
  for (const item of items)
    for (const key of keys) put(out, textWith(key, name, String(item)), withItem(body[key] as Json, name, String(item), 0) as Value);
  return out as JsonObject;
}

/** `&{Name}` is the item without what is neither letter nor digit. */
const textWith = (text: string, name: string, item: string): string =>
  text.replaceAll(`\${${name}}`, () => item).replaceAll(`&{${name}}`, item.replace(/[^A-Za-z0-9]/g, ""));

function withItem(value: Json, name: string, item: string, depth: number): Json {
  if (typeof value === "string") return textWith(value, name, item);
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((inner) => withItem(inner, name, item, depth + 1));
  if (own(value, "Ref") === name && Object.keys(value).length === 1) return item;
  const out: ValueObject = {};
  for (const key of Object.keys(value))
    put(out, textWith(key, name, item), withItem(own(value, key) as Json, name, item, depth + 1) as Value);
  return out as JsonObject;
}
