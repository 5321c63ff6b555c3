import type { Json } from "../../../model/resource.js";
import { formatKey, type InstanceKey, parseTraversal, type Step } from "../address.js";
import { isObject, type JsonObject, own } from "../normal.js";
import type { InstanceIndex } from "./instances.js";
import type { Scope } from "./model.js";
import { parentAttribute } from "./reference-parents.js";
import { nameOf, type Reading, readReferences } from "./reference-reading.js";

export interface Resolved {
  readonly refs: readonly string[];
  /** Attribute of the only thing referred to, when there is only one. */
  readonly attribute?: string;
  /** The expression is, as far as a plan can tell, one reference and nothing else. */
  readonly plain: boolean;
  /** The expression is an input variable that is null: the author wrote the name, but gave no value. */
  readonly nothing: boolean;
}

/** A reference to a whole expanded resource lists its instances up to this number; above it stands the address without key. */
const MAX_INSTANCES = 64;
/** Module outputs and variables chain at most this far; a cycle in a hostile plan ends here. */
const MAX_HOPS = 64;
/** Nobody names a thing through more than two others. */
const PARENT_HOP = MAX_HOPS / 2;

const NONE: Resolved = { refs: [], plain: false, nothing: false };
const NULL: Resolved = { refs: [], plain: false, nothing: true };

/** Where an expression is read: for which instance of the resource that holds it. */
interface At {
  readonly key?: InstanceKey | undefined;
  readonly repetition?: Json | undefined;
  /** The expression is a repetition, of which the value under the key is meant; `rest` is what is asked of that value. */
  readonly item?: { readonly rest: readonly Step[] };
}
const NOWHERE: At = {};

interface Found {
  readonly refs: readonly string[];
  readonly attribute?: string | undefined;
  /** The reference is to a module as a whole: any of its outputs may be meant. */
  readonly vague?: boolean;
}

/** Resolves the `references` of configuration expressions to the addresses of resources in the same plan, through variables and outputs. */
export class ReferenceResolver {
  readonly #instances: InstanceIndex;
  readonly #variables: JsonObject;
  readonly #cache = new Map<Scope, Map<Json, Resolved>>();
  readonly #readings = new Map<JsonObject, Reading>();

  constructor(instances: InstanceIndex, variables: JsonObject) {
    this.#instances = instances;
    this.#variables = variables;
  }

  /**
   * @param expression an expression object of the configuration (`{constant_value}` or `{references}`)
   * @param key instance key of the resource that holds the expression, for `each.key` and `count.index`
   * @param repetition the resource's for_each or count expression, for `each.value`
   */
  resolve(expression: Json | undefined, scope: Scope, key: InstanceKey | undefined, repetition?: Json): Resolved {
    return this.#resolve(expression, scope, { key, repetition }, 0);
  }

  #resolve(expression: Json | undefined, scope: Scope, at: At, hops: number): Resolved {
    if (!isObject(expression) || hops > MAX_HOPS) return NONE;
    const reading = this.#read(expression);
    if (reading === undefined) return Object.hasOwn(expression, "constant_value") && expression.constant_value === null ? NULL : NONE;
    const perInstance = at.key !== undefined && (reading.repeats || at.item !== undefined);
    let cache = this.#cache.get(scope);
    if (cache === undefined) {
      cache = new Map();
      this.#cache.set(scope, cache);
    }
    const known = perInstance ? undefined : cache.get(expression);
    if (known !== undefined) return known;
    // Stands in for the answer while it is being found, so that a cycle through modules ends.
    if (!perInstance) cache.set(expression, NONE);
    const resolved = this.#combine(reading, scope, at, hops);
    if (!perInstance) cache.set(expression, resolved);
    return resolved;
  }

  /** The references of an expression, parsed once for all module instances that share it; undefined when it has none listed. */
  #read(expression: JsonObject): Reading | undefined {
    const known = this.#readings.get(expression);
    if (known !== undefined) return known;
    const reading = readReferences(expression);
    if (reading !== undefined) this.#readings.set(expression, reading);
    return reading;
  }

  #combine(reading: Reading, scope: Scope, at: At, hops: number): Resolved {
    const { references, things } = reading;
    const here = reading.repeats || at.item !== undefined ? at : NOWHERE;
    const [only] = references;
    if (references.length === 1 && only !== undefined) {
      const found = this.#reference(only, scope, here, hops);
      const plain = found.refs.length === 1 && found.vague !== true;
      return {
        refs: found.refs,
        ...(plain && found.attribute !== undefined ? { attribute: found.attribute } : {}),
        plain,
        nothing: this.#isNull(only, scope, hops),
      };
    }
    const found = references.map((reference) => this.#reference(reference, scope, here, hops));
    const refs = [...new Set(found.flatMap((one) => one.refs))];
    const plain = refs.length === 1 && things === 1 && !found.some((one) => one.vague === true);
    const attribute = plain ? found.find((one) => one.refs.length > 0)?.attribute : undefined;
    return { refs, ...(attribute === undefined ? {} : { attribute }), plain, nothing: false };
  }

  #reference(steps: readonly Step[], scope: Scope, at: At, hops: number): Found {
    const [head] = steps;
    if (head?.kind !== "name") return { refs: [] };
    switch (head.name) {
      case "var":
        return this.#variable(nameOf(steps[1]), scope, at, hops);
      case "module":
        return this.#output(steps, scope, at, hops);
      case "each":
        return nameOf(steps[1]) === "value" && at.repetition !== undefined ? this.#item(steps.slice(2), scope, at, hops) : { refs: [] };
      case "count":
      case "local":
      case "path":
      case "self":
      case "terraform":
        return { refs: [] };
      case "data":
        return this.#resource("data.", steps.slice(1), scope, at, hops);
      default:
        return this.#resource("", steps, scope, at, hops);
    }
  }

  /** `each.value`: what the repetition holds under this key. Keys are mostly handed on: those of a resource are those of its instances. */
  #item(rest: readonly Step[], scope: Scope, { key, repetition }: At, hops: number): Found {
    const { refs, attribute = nameOf(rest.find((step) => step.kind === "name")) } = this.#resolve(
      repetition,
      scope,
      { key, item: { rest } },
      hops + 1,
    );
    return { refs, ...(attribute === undefined ? {} : { attribute }) };
  }

  #variable(name: string | undefined, scope: Scope, { key, item }: At, hops: number): Found {
    if (name === undefined || scope.call === undefined || scope.parent === undefined) return { refs: [] };
    const given = own(scope.call.expressions, name);
    // Of a value that is the item of another repetition it cannot be told what it holds under this key.
    const whole = item === undefined || (isObject(given) && this.#read(given)?.repeats === true);
    return this.#resolve(given, scope.parent, whole ? { key: scope.key, repetition: scope.call.repetition } : { key, item }, hops + 1);
  }

  #output(steps: readonly Step[], scope: Scope, at: At, hops: number): Found {
    const { key, item } = at;
    const callName = nameOf(steps[1]);
    const call = callName === undefined ? undefined : scope.config.calls.get(callName);
    if (callName === undefined || call === undefined) return { refs: [] };
    const named = steps[2]?.kind === "key" ? steps[2].key : undefined;
    const last = nameOf(steps[steps[2]?.kind === "name" ? 2 : 3]);
    // The items of a repeated module are its instances, with the outputs as attributes.
    const output = last ?? nameOf(item?.rest[0]);
    const path = `${scope.path === "" ? "" : `${scope.path}.`}module.${callName}`;
    // A module that only passes values on has no planned resources, hence no instance: it is read from its configuration.
    const instances: readonly Scope[] = scope.children.get(callName) ?? [
      { path, config: call.module, parent: scope, call, children: new Map() },
    ];
    const wanted = named ?? (instances.some((instance) => instance.key === key && key !== undefined) ? key : undefined);
    const chosen = wanted === undefined ? instances : instances.filter((instance) => instance.key === wanted);
    const within = item === undefined ? NOWHERE : { key, item };
    const found = chosen.slice(0, MAX_INSTANCES).flatMap((instance) => {
      const outputs = output === undefined ? Object.keys(instance.config.outputs) : [output];
      return outputs.map((name) =>
        this.#resolve(own(own(instance.config.outputs, name), "expression"), instance, last === undefined ? NOWHERE : within, hops + 1),
      );
    });
    return { refs: [...new Set(found.flatMap((one) => one.refs))], attribute: found[0]?.attribute, vague: output === undefined };
  }

  #resource(prefix: string, steps: readonly Step[], scope: Scope, at: At, hops: number): Found {
    const found = this.#instance(prefix, steps, scope, at);
    const [ref, ...more] = found.refs;
    if (ref === undefined || more.length > 0 || prefix !== "") return found;
    const parent = this.#parent(steps, ref, found.attribute ?? nameOf(at.item?.rest[0]), scope, hops);
    return parent !== undefined && parent.refs.length > 0 ? parent : found;
  }

  /** What a companion hangs on, where its own name for that is asked for: `aws_s3_bucket_versioning.x.bucket` is the bucket. */
  #parent(steps: readonly Step[], ref: string, asked: string | undefined, scope: Scope, hops: number): Found | undefined {
    const type = nameOf(steps[0]) as string;
    const attribute = parentAttribute(type, asked);
    if (attribute === undefined) return undefined;
    const config = scope.config.resources.get(`managed ${type} ${nameOf(steps[1])}`);
    const last = parseTraversal(ref)?.at(-1);
    const repetition = own(config, "for_each_expression") ?? own(config, "count_expression");
    const key = last?.kind === "key" ? last.key : undefined;
    return this.#resolve(own(own(config, "expressions"), attribute), scope, { key, repetition }, hops + PARENT_HOP);
  }

  #instance(prefix: string, steps: readonly Step[], scope: Scope, { key }: At): Found {
    const type = nameOf(steps[0]);
    const name = nameOf(steps[1]);
    if (type === undefined || name === undefined) return { refs: [] };
    const base = `${scope.path === "" ? "" : `${scope.path}.`}${prefix}${type}.${name}`;
    const named = steps[2]?.kind === "key" ? steps[2].key : undefined;
    const attribute = nameOf(steps.slice(2).find((step) => step.kind === "name"));
    const instances = this.#instances.get(base);
    if (named !== undefined) return { refs: [instances?.get(named) ?? base + formatKey(named)], attribute };
    const same = key === undefined ? undefined : instances?.get(key);
    if (same !== undefined) return { refs: [same], attribute };
    if (instances === undefined || instances.size > MAX_INSTANCES) return { refs: [base], attribute };
    return { refs: [...instances.values()], attribute };
  }

  /** Whether `var.x` is null all the way up to where it was given. */
  #isNull(steps: readonly Step[], scope: Scope, hops: number): boolean {
    const name = nameOf(steps[1]);
    if (steps.length !== 2 || nameOf(steps[0]) !== "var" || name === undefined || hops > MAX_HOPS) return false;
    if (scope.call === undefined || scope.parent === undefined) {
      const given = own(this.#variables, name);
      return isObject(given) && (own(given, "value") ?? null) === null;
    }
    const given = own(scope.call.expressions, name);
    if (given === undefined) {
      const declared = own(scope.config.variables, name);
      return isObject(declared) && Object.hasOwn(declared, "default") && declared.default === null;
    }
    return this.#resolve(given, scope.parent, { key: scope.key }, hops + 1).nothing;
  }
}
