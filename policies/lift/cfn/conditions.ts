import type { Json } from "../../../model/resource.js";
import { isObject, isScalar, isUnknown, type JsonObject, MAX_DEPTH, own, type Value } from "../normal.js";

/** What a condition comes to before deployment; undefined when it hangs on what only deployment knows. */
export type Truth = boolean | undefined;

/** Resolves one argument of a condition to its value. */
type Resolve = (argument: Json) => unknown;

/**
 * The `Conditions` of a template, judged with the parameters as given.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export class TemplateConditions {
  readonly #declared: JsonObject;
  readonly #resolve: Resolve;
  /** Conditions being judged: one that comes back to itself is no condition. */
  readonly #open = new Set<string>();
  readonly #judged = new Map<string, Truth>();

  constructor(declared: JsonObject, resolve: Resolve) {
    this.#declared = declared;
    this.#resolve = resolve;
  }

  holds(name: string): Truth {
    if (!Object.hasOwn(this.#declared, name) || this.#open.has(name)) return undefined;
    if (this.#judged.has(name)) return this.#judged.get(name);
    this.#open.add(name);
    const truth = this.#judge(this.#declared[name] as Json, 0);
    this.#open.delete(name);
    this.#judged.set(name, truth);
    return truth;
  }

  #judge(condition: Json, depth: number): Truth {
    if (!isObject(condition) || depth > MAX_DEPTH) return undefined;
    const [name, ...more] = Object.keys(condition);
    if (name === undefined || more.length > 0) return undefined;
    const argument = own(condition, name) as Json;
    const all = (Array.isArray(argument) ? (argument as readonly Json[]) : []).map((one) => this.#judge(one, depth + 1));
    switch (name) {
      case "Condition":
        return typeof argument === "string" ? this.holds(argument) : undefined;
      case "Fn::Equals":
        return this.#equals(argument);
      case "Fn::Not":
        return all.length === 1 && all[0] !== undefined ? !all[0] : undefined;
      case "Fn::And":
        return all.includes(false) ? false : all.length === 0 || all.includes(undefined) ? undefined : true;
      case "Fn::Or":
        return all.includes(true) ? true : all.length === 0 || all.includes(undefined) ? undefined : false;
      default:
        return undefined;
    }
  }

  /** Text is compared as text, whatever the parameter's type. */
  #equals(argument: Json): Truth {
    if (!Array.isArray(argument) || argument.length !== 2) return undefined;
    const [left, right] = (argument as readonly Json[]).map((side) => this.#resolve(side));
    return isScalar(left) && isScalar(right) ? String(left) === String(right) : undefined;
  }
}

/** `Fn::FindInMap` with its three keys resolved; undefined when a key is open or the map has no such entry. */
export function findInMap(mappings: JsonObject, keys: readonly unknown[]): Json | undefined {
  let at: Json | undefined = mappings;
  for (const key of keys) {
    if (!isScalar(key) || !isObject(at) || isUnknown(at as Value)) return undefined;
    at = own(at, String(key));
  }
  return keys.length === 3 ? at : undefined;
}
