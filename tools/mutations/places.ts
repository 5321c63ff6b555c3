import type { Json } from "../../model/resource.js";
import { isUnknown } from "../../policies/lift/normal.js";

/** The way to a value inside the attributes of a resource. */
export type Path = readonly (string | number)[];

export interface Place {
  readonly path: Path;
  /** The last name on the way. */
  readonly key: string;
  readonly value: Json;
}

/** Every attribute, block and member of a document, those inside lists of objects as well; a list of plain values is one place. */
export function placesOf(values: Json, path: Path = []): readonly Place[] {
  const here: readonly Place[] = path.length === 0 ? [] : [{ path, key: keyOf(path), value: values }];
  if (isUnknown(values) || typeof values !== "object" || values === null) return here;
  if (Array.isArray(values)) {
    if (!values.some((item) => typeof item === "object" && item !== null && !isUnknown(item))) return here;
    // A single block is its list: what happens to the one happens to the other.
    const inner = values.flatMap((item: Json, index: number) => placesOf(item, [...path, index]));
    return [...here, ...(values.length > 1 ? inner : inner.filter((place) => place.path.length > path.length + 1))];
  }
  return [...here, ...Object.entries(values).flatMap(([key, value]) => placesOf(value, [...path, key]))];
}

/** The last name on the way. */
export const keyOf = (path: Path): string => String(path.findLast((step) => typeof step === "string") ?? "");

/** `policy.Statement[0].Action`, as facts name it. */
export const textOf = (path: Path): string =>
  path.map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`)).join("");

export function valueAt(values: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = values;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Readonly<Record<string | number, Json>>)[step];
  }
  return at;
}

/** A copy with another value at the path, `undefined` for none; what is not on the way is shared. */
export function changedAt(values: Json, path: Path, value: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (typeof step === "number") {
    const list = values as readonly Json[];
    if (rest.length === 0 && value === undefined) return list.filter((_, index) => index !== step);
    if (step >= list.length) return [...list, changedAt(null, rest, value)];
    return list.with(step, changedAt(list[step] ?? null, rest, value));
  }
  const { [step]: before, ...others } = values as Readonly<Record<string, Json>>;
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [step]: changedAt(before ?? null, rest, value) };
}
