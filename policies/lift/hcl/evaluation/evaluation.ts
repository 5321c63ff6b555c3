import type { Json } from "../../../../model/resource.js";
import { formatKey, parseTraversal, type Step } from "../../address.js";
import { isTraversal, type Part } from "../../template.js";
import { Cursor } from "../cursor.js";
import { readSource } from "../expression.js";
import {
  Encoded,
  NOTHING_AROUND,
  Several,
  type Source,
  type Surroundings,
  Text,
  Unkeyed,
  type Written,
  type WrittenObject,
} from "../written.js";
import { type ForExpression, forExpressionIn } from "./for-expression.js";
import { called } from "./functions.js";
import { conditionIn, type Operation, operationIn, operatorsIn } from "./operators.js";
import { isWhole, isWholeObject, plainOf, writtenOf } from "./plain.js";

/** What `var.size`, `local.tags`, `each.key` or `count.index` stand for; undefined for what is not known. */
export type Names = (root: string, name: string) => Written | undefined;
/** What an attribute of a resource is set to, where that is known. */
export type Attributes = (type: string, name: string, attribute: string) => Written | undefined;

const MAX_DEPTH = 64;
/** Expressions that are worked out for one source: local values that name others twice would double at each step. */
const MAX_STEPS = 20_000;

/** What expressions are read as, whoever reads them. */
const READ = new Map<string, Written | undefined>();
const MAX_READ = 20_000;

/**
 * Works out expressions of Terraform's language as far as they can be without a provider. What cannot be, stays what it is written as, so that its references are known.
 * Source: developer.hashicorp.com/terraform/language/expressions
 */
export class Evaluation {
  readonly #names: Names;
  readonly #attributes: Attributes;
  readonly #around: Surroundings;
  /** What the variables of the `for` expressions around stand for. */
  #bound: ReadonlyMap<string, Written> = new Map();
  #left = MAX_STEPS;

  /**
   * @param attributes asked for what is filled into text; an expression that is nothing but a reference stays one, since it says more than the value
   * @param file the text of a file that is taken in
   */
  constructor(names: Names, attributes: Attributes = () => undefined, file: Surroundings["file"] = NOTHING_AROUND.file) {
    this.#names = names;
    this.#attributes = attributes;
    // Local values are worked out like all other names.
    this.#around = { ...NOTHING_AROUND, file };
  }

  /** @returns undefined for what is no expression, or is too large */
  of(source: Source): Written | undefined {
    this.#left = MAX_STEPS;
    return this.#of(source, 0);
  }

  #of(source: Source, depth: number): Written | undefined {
    const read = "expression" in source ? this.#read(source.expression) : readSource(source, this.#around);
    return read === undefined ? undefined : this.#settled(read, depth);
  }

  /** Expressions are read once for all instances of the blocks they stand in, save for those that take in files. */
  #read(expression: string): Written | undefined {
    if (expression.includes("file")) return readSource({ expression }, this.#around);
    if (READ.has(expression)) return READ.get(expression);
    if (READ.size >= MAX_READ) READ.clear();
    const read = readSource({ expression });
    READ.set(expression, read);
    return read;
  }

  #settled(written: Written, depth: number): Written {
    if (depth > MAX_DEPTH) return written;
    if (written instanceof Text) return this.#text(written, depth);
    if (written instanceof Encoded) return new Encoded(this.#settled(written.value, depth + 1));
    if (Array.isArray(written)) return (written as readonly Written[]).flatMap((item) => this.#element(item, depth + 1));
    if (!(written instanceof Map)) return written;
    const entries = [...(written as WrittenObject)].map(([key, value]) => [key, this.#settled(value, depth + 1)] as const);
    if (!(written instanceof Unkeyed)) return new Map(entries);
    const keys = entries.map(([key]) => plainOf(this.#of({ json: key }, depth + 1))?.value);
    const isKnown = keys.every((key) => typeof key === "string" || typeof key === "number");
    const named = entries.map(([key, value], at) => [String(keys[at] ?? key), value] as const);
    return isKnown ? new Map(named) : new Unkeyed(named);
  }

  /** An element of a list, or all that stand in the place of one. */
  #element(item: Written, depth: number): readonly Written[] {
    const value = item instanceof Several ? this.#of({ expression: item.list }, depth) : undefined;
    if (Array.isArray(value)) return value as readonly Written[];
    return [item instanceof Several ? item : this.#settled(item, depth)];
  }

  #text(text: Text, depth: number): Written {
    const [only] = text.parts;
    if (text.parts.length === 1 && only?.kind === "expression") {
      const value = this.#expression(only.source, depth);
      return value === undefined ? text : value;
    }
    return new Text(text.parts.flatMap((part) => this.#filled(part, depth)));
  }

  #filled(part: Part, depth: number): readonly Part[] {
    const value = part.kind === "text" ? undefined : (this.#expression(part.source, depth) ?? this.#attribute(part.source));
    if (value instanceof Text) return value.parts;
    if (value instanceof Encoded) {
      const plain = plainOf(value)?.value;
      return typeof plain === "string" ? [{ kind: "text", text: plain }] : [part];
    }
    return typeof value === "number" || typeof value === "boolean" ? [{ kind: "text", text: String(value) }] : [part];
  }

  #expression(source: string, depth: number): Written | undefined {
    this.#left -= 1;
    if (this.#left < 0 || depth > MAX_DEPTH || source.startsWith("%{")) return undefined;
    if (isTraversal(source)) return this.#traversal(parseTraversal(source) ?? []);
    const loop = forExpressionIn(source);
    if (loop !== undefined) return this.#for(loop, depth);
    const operators = operatorsIn(source);
    if (operators.length === 0) return this.#call(source, depth) ?? this.#indexed(source, depth);
    const choice = conditionIn(source, operators);
    const inner = (expression: string): Written | undefined => this.#of({ expression }, depth + 1);
    if (choice !== undefined) {
      const holds = plainOf(inner(choice.condition))?.value;
      return typeof holds === "boolean" ? inner(holds ? choice.yes : choice.no) : sameOf(inner(choice.yes), inner(choice.no));
    }
    const operation = operationIn(source, operators);
    return operation && calculated(operation, (expression) => plainOf(inner(expression)));
  }

  #traversal([root, name, ...rest]: readonly Step[]): Written | undefined {
    const bound = root?.kind === "name" ? this.#bound.get(root.name) : undefined;
    if (bound !== undefined) return walked(bound, name === undefined ? rest : [name, ...rest]);
    if (root?.kind !== "name" || name?.kind !== "name") return undefined;
    return walked(this.#names(root.name, name.name), rest);
  }

  /** Of a collection of which all elements are known, though not all that is in them. */
  #for({ variables, collection, name, item, condition }: ForExpression, depth: number): Written | undefined {
    const elements = elementsOf(this.#of({ expression: collection }, depth + 1));
    if (elements === undefined) return undefined;
    const outside = this.#bound;
    const list: Written[] = [];
    const entries = new Map<string, Written>();
    try {
      for (const [key, value] of elements) {
        this.#left -= 1;
        const [first, second] = variables;
        this.#bound = new Map([
          ...outside,
          ...(second === undefined ? [[first, value] as const] : [[first, key] as const, [second, value] as const]),
        ]);
        const holds = condition === undefined ? true : plainOf(this.#of({ expression: condition }, depth + 1))?.value;
        if (holds === false) continue;
        const made = this.#of({ expression: item }, depth + 1);
        if (holds !== true || made === undefined || this.#left < 0) return undefined;
        const named = name === undefined ? undefined : plainOf(this.#of({ expression: name }, depth + 1))?.value;
        if (name === undefined) list.push(made);
        else if (typeof named !== "string" && typeof named !== "number") return undefined;
        else entries.set(String(named), made);
      }
    } finally {
      this.#bound = outside;
    }
    return name === undefined ? list : entries;
  }

  /** `a.b[each.key].arn`, with the key in its place. */
  #indexed(source: string, depth: number): Written | undefined {
    const open = INDEX.exec(source);
    if (open === null) return undefined;
    const cursor = new Cursor(source);
    cursor.at = open.index + open[0].length - 1;
    const start = cursor.at;
    cursor.bracket();
    const key = plainOf(this.#of({ expression: source.slice(start + 1, cursor.at - 1) }, depth + 1))?.value;
    if (typeof key !== "string" && typeof key !== "number") return undefined;
    const picked = `${source.slice(0, start)}${formatKey(key)}${source.slice(cursor.at)}`;
    return this.#expression(picked, depth + 1) ?? (isTraversal(picked) ? new Text([{ kind: "expression", source: picked }]) : undefined);
  }

  #attribute(source: string): Written | undefined {
    const [type, name, attribute, ...more] = isTraversal(source) ? (parseTraversal(source) ?? []) : [];
    if (type?.kind !== "name" || name?.kind !== "name" || attribute?.kind !== "name" || more.length > 0) return undefined;
    return this.#attributes(type.name, name.name, attribute.name);
  }

  /** `name(...)` and nothing behind it. */
  #call(source: string, depth: number): Written | undefined {
    const cursor = new Cursor(source);
    const name = cursor.match(/[A-Za-z_][\w:]*(?=\()/y);
    if (name === undefined) return undefined;
    const given: Written[] = [];
    for (cursor.at += 1, cursor.space(true); cursor.text[cursor.at] !== ")"; cursor.space(true)) {
      const start = cursor.at;
      cursor.rest(false);
      const value = this.#of({ expression: source.slice(start, cursor.at) }, depth + 1);
      if (value === undefined || cursor.isDone) return undefined;
      given.push(value);
      cursor.space(true);
      if (cursor.match(/,/y) === undefined && cursor.text[cursor.at] !== ")") return undefined;
    }
    cursor.at += 1;
    cursor.space(true);
    return cursor.isDone ? called(name, given) : undefined;
  }
}

/** Keys, or indices, and values. */
function elementsOf(collection: Written | undefined): readonly (readonly [Written, Written])[] | undefined {
  if (isWholeObject(collection)) return [...collection].sort(byKey).map(([key, value]) => [writtenOf(key), value]);
  return isWhole(collection) ? collection.map((value, at) => [at, value] as const) : undefined;
}

/** The first index that is an expression, behind names and plain indices. */
const INDEX = /^[A-Za-z_][\w.-]*(?:\[(?:\d+|\*|"(?:[^"\\$%]|\\.)*")\][\w.-]*)*\[(?=\s*[\w"(!-])/;

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a value holds under names and indices; of what is open, the reference goes on. */
function walked(value: Written | undefined, steps: readonly Step[]): Written | undefined {
  let at = value;
  for (const [index, step] of steps.entries()) {
    if (at instanceof Text) {
      const [only] = at.parts;
      const isReference = at.parts.length === 1 && only?.kind === "expression" && isTraversal(only.source);
      return isReference
        ? new Text([{ kind: "expression", source: `${only.source}${steps.slice(index).map(stepText).join("")}` }])
        : undefined;
    }
    if (step.kind === "splat") return undefined;
    const key = step.kind === "name" ? step.name : step.key;
    if (at instanceof Map) at = (at as ReadonlyMap<string, Written>).get(String(key));
    else if (isWhole(at) && typeof key === "number") at = at[key];
    else return undefined;
  }
  return at;
}

function stepText(step: Step): string {
  if (step.kind === "splat") return "[*]";
  return step.kind === "name" ? `.${step.name}` : `[${JSON.stringify(step.key)}]`;
}

/** Where it is not known which of two is taken, and both are the same. */
function sameOf(one: Written | undefined, other: Written | undefined): Written | undefined {
  const [first, second] = [plainOf(one), plainOf(other)];
  return first !== undefined && second !== undefined && JSON.stringify(first.value) === JSON.stringify(second.value) ? one : undefined;
}

function calculated(
  { operator, left, right }: Operation,
  plain: (expression: string) => { readonly value: Json } | undefined,
): Written | undefined {
  const second = plain(right);
  if (left === undefined) {
    if (operator === "!") return typeof second?.value === "boolean" ? !second.value : undefined;
    return operator === "-" && typeof second?.value === "number" ? -second.value : undefined;
  }
  const first = plain(left);
  // One of two can decide, whatever the other is.
  if (operator === "||" || operator === "&&") {
    const decides = operator === "||";
    if (first?.value === decides || second?.value === decides) return decides;
    return typeof first?.value === "boolean" && typeof second?.value === "boolean" ? !decides : undefined;
  }
  if (first === undefined || second === undefined) return undefined;
  const isSame = JSON.stringify(first.value) === JSON.stringify(second.value);
  if (operator === "==") return isSame;
  if (operator === "!=") return !isSame;
  if (typeof first.value !== "number" || typeof second.value !== "number") return undefined;
  return ARITHMETIC[operator]?.(first.value, second.value);
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number | boolean | undefined>> = {
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  ">=": (a, b) => a >= b,
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? undefined : a / b),
  "%": (a, b) => (b === 0 ? undefined : a % b),
};
