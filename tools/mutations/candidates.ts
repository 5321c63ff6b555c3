import type { Json, Resource } from "../../model/resource.js";
import { schemaOf } from "../../policies/lift/provider-schema.js";
import { type Change, changesOf, insertionsOf } from "./operators.js";
import { keyOf, type Path, type Place, placesOf, textOf, valueAt } from "./places.js";

/** A place of a resource, and what is to be done there. */
export interface Candidate {
  readonly path: Path;
  readonly changes: readonly Change[];
}

export const isDocument = (type: string): boolean => type.startsWith("Document/");

/**
 * Every place the resource has, and those it lacks that its type has or the bad example fills.
 * @param twin the resource that plays the same part in the bad example
 * @param words what the rule may read attributes by; what is absent and has no such name is left alone
 */
export function candidatesOf(resource: Resource, twin: Resource | undefined, words: ReadonlySet<string>): readonly Candidate[] {
  const mayBeUnknown = !isDocument(resource.type);
  const badAt = (path: Path): Json | undefined => valueAt(twin?.values as Json | undefined, path);
  const written = placesOf(resource.values as Json).filter(({ path }) => path[0] !== "tags_all");
  return [
    ...written.map(({ path, key, value }) => ({ path, changes: changesOf(key, value, badAt(path), mayBeUnknown) })),
    ...absentOf(resource, written, twin)
      .filter((path) => words.has(keyOf(path).toLowerCase()) || badAt(path) !== undefined)
      .map((path) => ({ path, changes: insertionsOf(badAt(path), mayBeUnknown) })),
  ];
}

/** What the provider takes, or the bad example has, and this resource does not say. */
function absentOf(resource: Resource, written: readonly Place[], twin: Resource | undefined): readonly Path[] {
  const values = resource.values as Json;
  const offered = [...offeredBySchema(resource.type, written), ...placesOf((twin?.values ?? {}) as Json).map(({ path }) => path)];
  const absent = offered.filter((path) => valueAt(values, path) === undefined && hasParent(values, path) && path[0] !== "tags_all");
  return [...new Map(absent.map((path) => [textOf(path), path])).values()];
}

const hasParent = (values: Json, path: Path): boolean => path.length === 1 || valueAt(values, path.slice(0, -1)) !== undefined;

/** Attributes and blocks of the type, and attributes of its blocks that are written. */
function offeredBySchema(type: string, written: readonly Place[]): readonly Path[] {
  const schema = schemaOf("managed", type);
  if (schema === undefined) return [];
  const top = [...schema.attributes].filter(([, { kind }]) => kind !== "computed").map(([name]) => [name]);
  const inBlocks = written.flatMap(({ path, key, value }) =>
    path.length === 1 && Array.isArray(value)
      ? [...(schema.blocks.get(key)?.block.attributes.keys() ?? [])].flatMap((name) =>
          value.map((_: Json, index: number) => [key, index, name]),
        )
      : [],
  );
  return [...top, ...[...schema.blocks.keys()].map((name) => [name]), ...inBlocks];
}
