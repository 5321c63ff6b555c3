import type { UnknownValue } from "../../../model/resource.js";
import { isObject, isScalar, isUnknown, own, put, unknown, type Value, type ValueObject } from "../normal.js";

export function withoutAbsent(values: Readonly<Record<string, Value | undefined>>): ValueObject {
  const out: ValueObject = {};
  for (const key of Object.keys(values)) if (values[key] !== undefined) put(out, key, values[key] as Value);
  return out;
}

/** `[{Key, Value}]` as a map; unknown where none of its keys is known and one may be. */
export function tagsOf(tags: Value | undefined): Value | undefined {
  if (!Array.isArray(tags)) return tags;
  const out: ValueObject = {};
  const open: UnknownValue[] = [];
  for (const tag of tags as readonly Value[]) {
    const key = isUnknown(tag) ? tag : own(tag, "Key");
    if (isUnknown(key)) open.push(key);
    else if (isScalar(key) && isObject(tag)) put(out, String(key), (own(tag, "Value") ?? "") as Value);
  }
  return Object.keys(out).length === 0 && open.length > 0 ? unknown("expression", [...new Set(open.flatMap(({ refs }) => refs))]) : out;
}
