import type { Json } from "../../../../model/resource.js";
import type { JsonObject } from "../../normal.js";
import type { BlockSchema } from "../../provider-schema.js";
import type { HclBody } from "../body.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import { isWhole, isWholeObject, plainOf, textOf } from "../evaluation/plain.js";
import { namesIn } from "../names.js";
import { Encoded, type Source, Text, Unkeyed, type Written } from "../written.js";

/** A value the way a plan tells it: what is known, and marks where something is not. */
export interface Planned {
  /** Undefined where nothing of it is known. */
  readonly value?: Json;
  readonly mark?: Json;
}

/** Meta-arguments, and blocks that are no part of the resource. Source: developer.hashicorp.com/terraform/language/meta-arguments */
const META: ReadonlySet<string> = new Set([
  "count",
  "for_each",
  "depends_on",
  "provider",
  "providers",
  "lifecycle",
  "connection",
  "provisioner",
]);

/** Told of each attribute that is not wholly known, by the blocks it stands in. */
export type OnOpen = (path: readonly string[], attribute: string, written: Written) => void;

/** What a block says, as `after` and `after_unknown` of a plan. */
export function plannedBlock(
  body: HclBody,
  schema: BlockSchema | undefined,
  evaluate: EvaluateIn,
  onOpen: OnOpen,
  path: readonly string[] = [],
): { readonly values: JsonObject; readonly marks: JsonObject } {
  const values = new Map<string, Json>();
  const marks = new Map<string, Json>();
  for (const name of body.names) {
    if (path.length === 0 && META.has(name)) continue;
    const written = evaluate.source(body.attribute(name) as Source);
    // An expression that cannot be read is one that is not known.
    const planned = written === undefined ? { mark: true } : plannedValue(written);
    if (planned.value === null && planned.mark === undefined) continue;
    if (planned.value !== undefined) values.set(name, planned.value);
    if (planned.mark !== undefined) marks.set(name, planned.mark);
    if (planned.mark !== undefined && written !== undefined) onOpen(path, name, written);
  }
  for (const [name, inner] of blocksByName(body, evaluate)) {
    if (path.length === 0 && META.has(name)) continue;
    if (inner === undefined) {
      marks.set(name, true);
      continue;
    }
    const nested = schema?.blocks.get(name);
    const made = inner.map(({ body: each, evaluate: within }, at) =>
      plannedBlock(each, nested?.block, within, onOpen, [...path, `${name} ${at}`]),
    );
    const [first] = made;
    if (nested?.nesting === "single" && first !== undefined) {
      values.set(name, first.values);
      marks.set(name, first.marks);
    } else {
      values.set(
        name,
        made.map((each) => each.values),
      );
      marks.set(
        name,
        made.map((each) => each.marks),
      );
    }
  }
  return { values: Object.fromEntries(values), marks: Object.fromEntries(marks) };
}

function plannedValue(written: Written): Planned {
  if (written instanceof Text || written instanceof Encoded) {
    const plain = plainOf(written);
    return plain === undefined ? { mark: true } : { value: plain.value };
  }
  if (Array.isArray(written)) {
    const items = (written as readonly Written[]).map(plannedValue);
    const value = items.map((item) => item.value ?? null);
    return items.every(({ mark }) => mark === undefined) ? { value } : { value, mark: items.map(({ mark }) => mark ?? false) };
  }
  if (written instanceof Unkeyed) return { mark: true };
  if (!(written instanceof Map)) return { value: written as number | boolean | null };
  const entries = [...(written as ReadonlyMap<string, Written>)].map(([key, inner]) => [key, plannedValue(inner)] as const);
  const value = Object.fromEntries(entries.flatMap(([key, inner]) => (inner.value === undefined ? [] : [[key, inner.value]])));
  const marks = entries.flatMap(([key, { mark }]) => (mark === undefined ? [] : [[key, mark] as const]));
  return marks.length === 0 ? { value } : { value, mark: Object.fromEntries(marks) };
}

/** Expressions of a block as the configuration of a plan lists them: constants, or references. */
export function expressionsOf(body: HclBody, evaluate: EvaluateIn, depth = 0): JsonObject {
  const out = new Map<string, Json>();
  for (const name of body.names)
    if (depth > 0 || !META.has(name)) out.set(name, expressionOf(evaluate.source(body.attribute(name) as Source)));
  for (const [name, inner] of blocksByName(body, evaluate))
    if (depth > 0 || !META.has(name))
      out.set(
        name,
        inner === undefined ? { references: [] } : inner.map(({ body: each, evaluate: within }) => expressionsOf(each, within, depth + 1)),
      );
  return Object.fromEntries(out);
}

export function expressionOf(written: Written | undefined): JsonObject {
  const plain = plainOf(written);
  return plain === undefined ? { references: [...new Set(namesIn(written))] } : { constant_value: plain.value };
}

interface PlacedBody {
  readonly body: HclBody;
  readonly evaluate: EvaluateIn;
}

/** Works out expressions where blocks of a `dynamic` one have their own item. */
export interface EvaluateIn {
  source(source: Source): Written | undefined;
  /** @param iterator what the item is called inside, as the name of the block unless it says otherwise */
  within(iterator: string, item: Item): EvaluateIn;
}

export interface Item {
  readonly key: Written;
  readonly value: Written;
}

export const evaluateBy = (make: (items: ReadonlyMap<string, Item>) => Evaluation, items: ReadonlyMap<string, Item>): EvaluateIn => {
  const evaluation = make(items);
  return {
    source: (source) => evaluation.of(source),
    within: (iterator, item) => evaluateBy(make, new Map([...items, [iterator, item]])),
  };
};

/** The blocks of each name; undefined where a `dynamic` one makes a number of them that is not known. */
function blocksByName(body: HclBody, evaluate: EvaluateIn): ReadonlyMap<string, readonly PlacedBody[] | undefined> {
  const found = new Map<string, readonly PlacedBody[] | undefined>();
  const add = (name: string, blocks: readonly PlacedBody[] | undefined): void => {
    const before = found.has(name) ? found.get(name) : [];
    if (blocks === undefined || before === undefined) found.set(name, undefined);
    else if (before.length + blocks.length > 0) found.set(name, [...before, ...blocks]);
  };
  for (const { name, label, body: inner } of body.inner) {
    if (name === "dynamic" && label !== undefined) add(label, madeBy(inner(), label, evaluate));
    else add(name, [{ body: inner(), evaluate }]);
  }
  return found;
}

/** Source: developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function madeBy(dynamic: HclBody, label: string, evaluate: EvaluateIn): readonly PlacedBody[] | undefined {
  const content = dynamic.inner.find((each) => each.name === "content")?.body();
  const forEach = dynamic.attribute("for_each");
  const iterator = dynamic.attribute("iterator");
  const called = iterator !== undefined && "expression" in iterator ? iterator.expression.trim() : label;
  const items = itemsOf(forEach === undefined ? undefined : evaluate.source(forEach));
  return content === undefined ? undefined : items?.map((item) => ({ body: content, evaluate: evaluate.within(called, item) }));
}

/** What `for_each` goes through; undefined where that is not known. */
export function itemsOf(written: Written | undefined): readonly Item[] | undefined {
  if (isWholeObject(written)) return [...written].map(([key, value]) => ({ key: textOf(key), value }));
  return isWhole(written) ? written.map((value, at) => ({ key: at, value })) : undefined;
}
