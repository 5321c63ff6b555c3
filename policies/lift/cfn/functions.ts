import type { Json, UnknownValue } from "../../../model/resource.js";
import { isScalar, isUnknown, type JsonObject, MAX_DEPTH, own, put, unknown, type Value, type ValueObject } from "../normal.js";
import { findInMap, type Truth } from "./conditions.js";

/** Stands for `AWS::NoValue`: the property is left out. */
export const NOTHING = Symbol("AWS::NoValue");
export type Resolved = Value | typeof NOTHING;

/** What the names and texts of a template stand for. */
export interface TemplateNames {
  readonly ref: (name: string) => Resolved;
  readonly attribute: (resource: string, attribute: string) => Value;
  readonly text: (text: string) => Value;
  readonly holds: (condition: string) => Truth;
  readonly mappings: JsonObject;
  /** Whether the template is in the normal form already, so that parts of it may be unknown values. */
  readonly isNormal?: boolean;
  /** What a text that is put together may refer to beside its parts. */
  readonly outer: readonly string[];
}

/**
 * Writes out what a template says: intrinsic functions become what they stand for, or an unknown value with references to the resources they name.
 * Source: docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class TemplateFunctions {
  readonly #names: TemplateNames;

  constructor(names: TemplateNames) {
    this.#names = names;
  }

  value(value: Json, depth = 0): Resolved {
    if (typeof value === "string") return this.#names.text(value);
    if (value === null || typeof value !== "object") return value;
    if (depth > MAX_DEPTH) return unknown("opaque-document");
    if (Array.isArray(value))
      return (value as readonly Json[]).map((item) => this.value(item, depth + 1)).filter((item): item is Value => item !== NOTHING);
    if (this.#names.isNormal === true && isUnknown(value)) return value;
    const object = value as JsonObject;
    const keys = Object.keys(object);
    const [only] = keys;
    if (keys.length === 1 && only !== undefined && (only === "Ref" || only === "Condition" || only.startsWith("Fn::")))
      return this.#intrinsic(only, object[only] as Json, depth);
    const out: ValueObject = {};
    for (const key of keys) {
      const inner = this.value(object[key] as Json, depth + 1);
      if (inner !== NOTHING) put(out, key, inner);
    }
    return out;
  }

  /** A list, or what comes to one, with its items resolved. */
  list(value: Json, depth = 0): readonly Value[] | undefined {
    const resolved = this.value(value, depth + 1);
    return Array.isArray(resolved) ? resolved : undefined;
  }

  #intrinsic(name: string, argument: Json, depth: number): Resolved {
    switch (name) {
      case "Ref":
        return typeof argument === "string" ? this.#names.ref(argument) : unknown("expression");
      case "Fn::GetAtt":
        return this.#attribute(argument);
      case "Fn::Sub":
        return this.#sub(argument, depth);
      case "Fn::Join":
        return this.#join(argument, depth);
      case "Fn::If":
        return this.#choose(argument, depth);
      case "Fn::FindInMap":
        return this.#mapped(argument, depth);
      case "Fn::Select":
        return this.#select(argument, depth);
      case "Fn::Split":
        return this.#split(argument, depth);
      case "Fn::ToJsonString":
        return this.#json(argument, depth);
      // A policy statement's condition is an object, the name of a template's own condition is text.
      case "Condition":
        return typeof argument === "string" ? unknown("expression") : { Condition: this.value(argument, depth + 1) as Value };
      default:
        return unknown("expression", refsIn([this.value(argument, depth + 1)]));
    }
  }

  #attribute(argument: Json): Value {
    const path = typeof argument === "string" ? argument.split(".") : Array.isArray(argument) ? argument : [];
    const [name, ...rest] = path;
    if (typeof name !== "string") return unknown("expression");
    return this.#names.attribute(name, rest.every((part) => typeof part === "string") ? rest.join(".") : "");
  }

  /** `a${X}b`: text when every variable is known, else an expression that keeps the text; `${!X}` stands for `${X}`. */
  #sub(argument: Json, depth: number): Value {
    const [template, map] = Array.isArray(argument) ? [argument[0], argument[1]] : [argument, undefined];
    if (typeof template !== "string") return unknown("expression", refsIn([this.value(argument, depth + 1)]));
    const values = new Map<string, Resolved>();
    const found = (name: string): Resolved => {
      if (!values.has(name)) values.set(name, this.#variable(name, own(map, name), depth));
      return values.get(name) as Resolved;
    };
    const refs: string[] = [];
    let known = true;
    const text = template.replace(/\$\{(!?)([^}]*)\}/g, (whole, literal: string, name: string) => {
      if (literal === "!") return `\${${name}}`;
      const value = found(name);
      if (isScalar(value)) return String(value);
      known = false;
      if (value !== NOTHING && isUnknown(value)) refs.push(...value.refs);
      return whole;
    });
    return known ? this.#names.text(text) : unknown("expression", [...new Set([...refs, ...this.#names.outer])], { template: text });
  }

  #variable(name: string, given: Json | undefined, depth: number): Resolved {
    if (given !== undefined) return this.value(given, depth + 1);
    return name.includes(".") ? this.#attribute(name) : this.#names.ref(name);
  }

  /** What the parts of an argument come to, each found once: functions nest, and twice at each level is without end. */
  #parts(argument: Json, depth: number): readonly Resolved[] {
    return (Array.isArray(argument) ? (argument as readonly Json[]) : [argument]).map((part) => this.value(part, depth + 1));
  }

  /** Text where every part is known, else an expression that keeps the text, as `Fn::Sub` does. */
  #join(argument: Json, depth: number): Value {
    const resolved = this.#parts(argument, depth);
    const [separator, parts] = resolved;
    if (typeof separator !== "string" || !isList(parts) || !parts.every((part) => isScalar(part) || isUnknown(part)))
      return unknown("expression", refsIn(resolved));
    const list = (argument as readonly Json[])[1];
    const open = parts.filter(isUnknown);
    // Where nothing is left out, each part stands where it was written.
    const written = Array.isArray(list) && list.length === parts.length ? (list as readonly Json[]) : [];
    const text = parts
      .map((part, at) => (isUnknown(part) ? (part.template ?? `\${${nameOf(written[at])}}`) : String(part)))
      .join(separator);
    return open.length === 0
      ? this.#names.text(text)
      : unknown("expression", [...new Set(open.flatMap(({ refs }) => refs))], { template: text });
  }

  /** A known object as text. */
  #json(argument: Json, depth: number): Value {
    const value = this.value(argument, depth + 1);
    const known = value !== NOTHING && !holdsUnknown(value);
    return known ? JSON.stringify(value) : unknown("expression", refsIn([value]));
  }

  /** One of two values; where it is open which, the value that both are. */
  #choose(argument: Json, depth: number): Resolved {
    const [name, whenTrue, whenFalse] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    const holds = typeof name === "string" ? this.#names.holds(name) : undefined;
    const chosen = holds === true ? whenTrue : whenFalse;
    if (holds !== undefined && chosen !== undefined) return this.value(chosen, depth + 1);
    const both = this.#parts([whenTrue ?? null, whenFalse ?? null], depth);
    const [one, other] = both as [Resolved, Resolved];
    if (one !== NOTHING && other !== NOTHING && JSON.stringify(one) === JSON.stringify(other)) return one;
    return unknown("expression", refsIn(both));
  }

  /** Maps hold text and lists of text, no functions. Source: docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html */
  #mapped(argument: Json, depth: number): Resolved {
    const keys = this.#parts(argument, depth);
    const found = findInMap(this.#names.mappings, keys.slice(0, 3));
    const items = Array.isArray(found) ? (found as readonly Json[]) : [found];
    if (found === undefined || !items.every(isScalar)) return unknown("expression", refsIn(keys));
    return this.value(found, depth + 1);
  }

  #select(argument: Json, depth: number): Resolved {
    const resolved = this.#parts(argument, depth);
    const [index, items] = resolved;
    const at = isScalar(index) ? Number(index) : Number.NaN;
    const item = isList(items) && Number.isInteger(at) ? items[at] : undefined;
    return item === undefined ? unknown("expression", refsIn(resolved)) : item;
  }

  #split(argument: Json, depth: number): Resolved {
    const resolved = this.#parts(argument, depth);
    const [separator, text] = resolved;
    return typeof separator === "string" && separator !== "" && typeof text === "string"
      ? text.split(separator)
      : unknown("expression", refsIn(resolved));
  }
}

function refsIn(values: readonly Resolved[]): readonly string[] {
  const refs = new Set<string>();
  const open: Resolved[] = [...values];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === NOTHING || typeof at !== "object" || at === null) continue;
    if (isUnknown(at)) for (const ref of (at as UnknownValue).refs) refs.add(ref);
    else open.push(...(Object.values(at) as Value[]));
  }
  return [...refs];
}

const isList = (value: Resolved | undefined): value is Value[] => Array.isArray(value);

/** What `Fn::Sub` would call it. */
function nameOf(value: Json | undefined): string {
  const ref = own(value, "Ref");
  const attribute = own(value, "Fn::GetAtt");
  return typeof ref === "string" ? ref : Array.isArray(attribute) ? attribute.join(".") : typeof attribute === "string" ? attribute : "";
}

const holdsUnknown = (value: Value): boolean =>
  isUnknown(value) || (typeof value === "object" && value !== null && (Object.values(value) as Value[]).some(holdsUnknown));
