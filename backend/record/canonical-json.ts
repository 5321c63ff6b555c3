import { BulwarkError } from "../../model/errors.js";
import type { Json } from "../../model/resource.js";

/**
 * The one text of a JSON value: keys in the order of their UTF-16 code units, no space, numbers and strings as ECMAScript writes them
 * (RFC 8785, JSON Canonicalization Scheme), so that a hash over it can be checked by other programs.
 *
 * @throws BulwarkError BW_INTERNAL for what JSON cannot hold (NaN, undefined, a function)
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new BulwarkError("BW_INTERNAL", { cause: `${value} cannot be written as JSON` });
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new BulwarkError("BW_INTERNAL", { cause: `a ${typeof value} cannot be written as JSON` });
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}
