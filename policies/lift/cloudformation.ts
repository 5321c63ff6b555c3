import type { Json, Resource, UnknownValue } from "../../model/resource.js";
import { isCloudFormationOnly } from "./awscc.js";
import { findInMap, TemplateConditions } from "./cfn-conditions.js";
import { unrolled } from "./cfn-loop.js";
import { readTemplate } from "./cfn-template.js";
import { isObject, isUnknown, type JsonObject, MAX_DEPTH, own, put, unknown, type Value, type ValueObject } from "./normal.js";
import { isTraversal, splitTemplate } from "./template.js";

export interface Expanded {
  readonly resources: readonly Resource[];
  readonly notes: readonly string[];
  /** How many resources a condition of a template leaves out; those that a loop adds are taken off. */
  readonly absent: number;
}

/** The same of one template. */
export interface OfTemplate extends Expanded {
  /** Keys of the template under which there may be further resources. */
  readonly unread: readonly string[];
}

/**
 * The resources inside the `template_body` of a stack or stack set, each as its CloudFormation type at `<stack address>#<LogicalId>`.
 * Intrinsic functions become what they stand for, or an unknown value with references to the resources they name.
 */
export function resourcesOfStack(stack: Resource): OfTemplate {
  const body = stack.values.template_body;
  const none = { resources: [], absent: 0, unread: [] };
  if (body === undefined)
    return { ...none, notes: [`${stack.address}: its template is not in this input, so its resources are not judged`] };
  const text = isUnknown(body) ? body.template : body;
  if (typeof text !== "string")
    return { ...none, notes: [`${stack.address}: its template is known only after apply, so its resources are not judged`] };
  const template = readTemplate(text);
  if (template === undefined) return { ...none, notes: [`${stack.address}: its template cannot be read, so its resources are not judged`] };
  const reader = new TemplateReader(stack, template, isUnknown(body) ? body.refs : []);
  const { resources, absent, unread, repeated } = reader.resources();
  const elsewhere = new Set(resources.map(({ type }) => type).filter((type) => !isCloudFormationOnly(type)));
  return {
    resources,
    absent: absent + unread.length + repeated,
    unread,
    notes: [
      ...(elsewhere.size === 0
        ? []
        : [`${stack.address}: no rule judges ${[...elsewhere].sort().join(", ")} in a template, only as Terraform resources`]),
      ...(absent === 0 ? [] : [`${stack.address}: conditions of its template leave out ${absent} of its resources`]),
      ...unread.map(
        (key) => `${stack.address}: what ${key} of its template comes to is known only when it is deployed, so it is not judged`,
      ),
    ],
  };
}

/** Stands for `AWS::NoValue`: the property is left out. */
const NOTHING = Symbol("AWS::NoValue");
type Resolved = Value | typeof NOTHING;

class TemplateReader {
  readonly #stack: Resource;
  #logicalIds: JsonObject = {};
  readonly #unread: string[] = [];
  #repeated = 0;
  readonly #declared: JsonObject;
  readonly #given: JsonObject;
  /** Then each parameter may have another value than its default. */
  readonly #givenUnknown: boolean;
  readonly #mappings: JsonObject;
  readonly #conditions: TemplateConditions;
  /** What the Terraform text around the template refers to; a leaf with an interpolation may be any of them. */
  readonly #outer: readonly string[];

  constructor(stack: Resource, template: JsonObject, outer: readonly string[]) {
    this.#stack = stack;
    this.#declared = objectOf(own(template, "Parameters"));
    this.#given = objectOf(stack.values.parameters as Json | undefined);
    this.#givenUnknown = isUnknown(stack.values.parameters);
    this.#mappings = objectOf(own(template, "Mappings"));
    this.#conditions = new TemplateConditions(objectOf(own(template, "Conditions")), (argument) => this.#value(argument, 0));
    this.#outer = outer;
    this.#logicalIds = this.#unrolled(objectOf(own(template, "Resources")));
  }

  /** `repeated` is how many keys of the template there are beyond the resources they come to; below zero, where a loop makes more. */
  resources(): Pick<OfTemplate, "resources" | "absent" | "unread"> & { readonly repeated: number } {
    let absent = 0;
    const resources = Object.keys(this.#logicalIds).flatMap((name): readonly Resource[] => {
      const source = this.#logicalIds[name];
      const type = own(source, "Type");
      if (typeof type !== "string") return [];
      const condition = own(source, "Condition");
      if (typeof condition === "string" && this.#conditions.holds(condition) === false) {
        absent += 1;
        return [];
      }
      const properties = this.#value(own(source, "Properties") ?? {}, 0);
      const { mode, location, actions, constructPath } = this.#stack;
      return [
        {
          address: `${this.#stack.address}#${name}`,
          type,
          name,
          mode,
          values: (isObject(properties) ? properties : unknown("opaque-document")) as unknown as Resource["values"],
          ...(constructPath === undefined ? {} : { constructPath }),
          location,
          ...(actions === undefined ? {} : { actions }),
        },
      ];
    });
    return { resources, absent, unread: this.#unread, repeated: this.#repeated };
  }

  /** Writes out loops over lists that are known; what else is no resource stays unread. */
  #unrolled(resources: JsonObject): JsonObject {
    const out: JsonObject = {};
    for (const key of Object.keys(resources)) {
      const loop = key.startsWith("Fn::ForEach::") ? unrolled(resources[key] as Json, (list) => this.#list(list, 0)) : undefined;
      if (loop !== undefined) {
        this.#repeated += 1 - Object.keys(loop).length;
        Object.assign(out, loop);
      } else if (key.startsWith("Fn::")) this.#unread.push(key);
      else put(out as ValueObject, key, resources[key] as Value);
    }
    return out;
  }

  #value(value: Json, depth: number): Resolved {
    if (typeof value === "string") return this.#text(value);
    if (value === null || typeof value !== "object") return value;
    if (depth > MAX_DEPTH) return unknown("opaque-document");
    if (Array.isArray(value))
      return (value as readonly Json[]).map((item) => this.#value(item, depth + 1)).filter((item): item is Value => item !== NOTHING);
    const object = value as JsonObject;
    const keys = Object.keys(object);
    const [only] = keys;
    if (keys.length === 1 && only !== undefined && (only === "Ref" || only === "Condition" || only.startsWith("Fn::")))
      return this.#intrinsic(only, object[only] as Json, depth);
    const out: ValueObject = {};
    for (const key of keys) {
      const inner = this.#value(object[key] as Json, depth + 1);
      if (inner !== NOTHING) put(out, key, inner);
    }
    return out;
  }

  /** Text of the template; where Terraform wrote it with interpolations, what they stand for is not known. */
  #text(text: string): Value {
    // What a dynamic reference leads to, CloudFormation reads when it deploys.
    if (DYNAMIC.test(text)) return unknown("expression", this.#outer, WHOLLY_DYNAMIC.test(text) ? {} : { template: text });
    if (this.#outer.length === 0 || !text.includes("${")) return text;
    const [only, ...more] = splitTemplate(text);
    // Nothing but a reference has no text around it that could be judged.
    const bare = more.length === 0 && only?.kind === "expression" && isTraversal(only.source);
    return unknown("expression", this.#outer, bare ? {} : { template: text });
  }

  #intrinsic(name: string, argument: Json, depth: number): Resolved {
    switch (name) {
      case "Ref":
        return typeof argument === "string" ? this.#ref(argument) : unknown("expression");
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
        return typeof argument === "string" ? unknown("expression") : { Condition: this.#value(argument, depth + 1) as Value };
      default:
        return unknown("expression", this.#refsIn(argument, depth + 1));
    }
  }

  #ref(name: string): Resolved {
    if (name === "AWS::NoValue") return NOTHING;
    if (Object.hasOwn(this.#logicalIds, name)) return unknown("reference", [`${this.#stack.address}#${name}`]);
    const declared = own(this.#declared, name);
    if (this.#givenUnknown && declared !== undefined) return unknown("expression");
    const value = own(this.#given, name) ?? own(declared, "Default");
    if (value === undefined || (typeof value === "object" && !isUnknown(value))) return unknown("expression");
    const type = own(declared, "Type");
    // Such a parameter names an entry of the parameter store, and stands for what is there.
    if (typeof type === "string" && type.startsWith("AWS::SSM::Parameter::Value<")) return unknown("expression");
    if (typeof type === "string" && typeof value === "string" && (type === "CommaDelimitedList" || type.startsWith("List<")))
      return value.split(",").map((item) => this.#text(item.trim()));
    if (typeof value === "string" && DYNAMIC.test(value)) return this.#text(value);
    // Parameters are text whatever their type; a number is meant where the template says so.
    return type === "Number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
      ? Number(value)
      : (value as Value);
  }

  #attribute(argument: Json): Value {
    const path = typeof argument === "string" ? argument.split(".") : Array.isArray(argument) ? argument : [];
    const [name, ...rest] = path;
    if (typeof name !== "string" || !Object.hasOwn(this.#logicalIds, name)) return unknown("expression");
    const attribute = rest.every((part) => typeof part === "string") ? rest.join(".") : "";
    // Rules know the ARN by Terraform's name.
    const known = attribute === "Arn" ? { attribute: "arn" } : attribute === "" ? {} : { attribute };
    return unknown("reference", [`${this.#stack.address}#${name}`], known);
  }

  /** `a${X}b`: text when every variable is known, else an expression that keeps the text; `${!X}` stands for `${X}`. */
  #sub(argument: Json, depth: number): Value {
    const [template, map] = Array.isArray(argument) ? [argument[0], argument[1]] : [argument, undefined];
    if (typeof template !== "string") return unknown("expression", this.#refsIn(argument, depth + 1));
    const refs: string[] = [];
    let known = true;
    const text = template.replace(/\$\{(!?)([^}]*)\}/g, (whole, literal: string, name: string) => {
      if (literal === "!") return `\${${name}}`;
      const given = own(map, name);
      const value = given === undefined ? (name.includes(".") ? this.#attribute(name) : this.#ref(name)) : this.#value(given, depth + 1);
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
      known = false;
      if (value !== NOTHING && isUnknown(value)) refs.push(...value.refs);
      return whole;
    });
    return known ? this.#text(text) : unknown("expression", [...new Set([...refs, ...this.#outer])], { template: text });
  }

  /** Text where every part is known, else an expression that keeps the text, as `Fn::Sub` does. */
  #join(argument: Json, depth: number): Value {
    const [separator, list] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    const parts = list === undefined ? undefined : this.#list(list, depth);
    if (typeof separator !== "string" || parts?.every((part) => isScalar(part) || isUnknown(part)) !== true)
      return unknown("expression", this.#refsIn(argument, depth + 1));
    const open = parts.filter(isUnknown);
    // Where nothing is left out, each part stands where it was written.
    const written = Array.isArray(list) && list.length === parts.length ? (list as readonly Json[]) : [];
    const text = parts
      .map((part, at) => (isUnknown(part) ? (part.template ?? `\${${nameOf(written[at])}}`) : String(part)))
      .join(separator);
    return open.length === 0 ? this.#text(text) : unknown("expression", [...new Set(open.flatMap(({ refs }) => refs))], { template: text });
  }

  /** A known object as text. */
  #json(argument: Json, depth: number): Value {
    const value = this.#value(argument, depth + 1);
    const known = value !== NOTHING && !holdsUnknown(value);
    return known ? JSON.stringify(value) : unknown("expression", this.#refsIn(argument, depth + 1));
  }

  /** One of two values; where it is open which, the value that both are. */
  #choose(argument: Json, depth: number): Resolved {
    const [name, whenTrue, whenFalse] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    const holds = typeof name === "string" ? this.#conditions.holds(name) : undefined;
    const chosen = holds === true ? whenTrue : whenFalse;
    if (holds !== undefined && chosen !== undefined) return this.#value(chosen, depth + 1);
    const [one, other] = [whenTrue ?? null, whenFalse ?? null].map((branch) => this.#value(branch, depth + 1)) as [Resolved, Resolved];
    if (one !== NOTHING && other !== NOTHING && JSON.stringify(one) === JSON.stringify(other)) return one;
    return unknown("expression", this.#refsIn([whenTrue ?? null, whenFalse ?? null], depth + 1));
  }

  #mapped(argument: Json, depth: number): Resolved {
    const keys = this.#list(argument, depth) ?? [];
    const found = findInMap(this.#mappings, keys.slice(0, 3));
    return found === undefined ? unknown("expression", this.#refsIn(argument, depth + 1)) : this.#value(found, depth + 1);
  }

  #select(argument: Json, depth: number): Resolved {
    const [index, list] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    const at = Number(index);
    const items = list === undefined ? undefined : this.#list(list, depth);
    const item = Number.isInteger(at) ? items?.[at] : undefined;
    return item === undefined ? unknown("expression", this.#refsIn(argument, depth + 1)) : item;
  }

  #split(argument: Json, depth: number): Resolved {
    const [separator, source] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    const text = source === undefined ? undefined : this.#value(source, depth + 1);
    return typeof separator === "string" && separator !== "" && typeof text === "string"
      ? text.split(separator)
      : unknown("expression", this.#refsIn(argument, depth + 1));
  }

  /** A list, or what comes to one, with its items resolved. */
  #list(value: Json, depth: number): readonly Value[] | undefined {
    const resolved = this.#value(value, depth + 1);
    return Array.isArray(resolved) ? resolved : undefined;
  }

  #refsIn(value: Json, depth: number): readonly string[] {
    const refs = new Set<string>();
    const open: Resolved[] = [this.#value(value, depth)];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === NOTHING || typeof at !== "object" || at === null) continue;
      if (isUnknown(at)) for (const ref of (at as UnknownValue).refs) refs.add(ref);
      else open.push(...(Object.values(at) as Value[]));
    }
    return [...refs];
  }
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) && !isUnknown(value) ? value : {});

/** Source: docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const DYNAMIC = /\{\{resolve:(?:ssm|ssm-secure|secretsmanager):[^}]*\}\}/;
const WHOLLY_DYNAMIC = /^\{\{resolve:[^}]*\}\}$/;

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** What `Fn::Sub` would call it. */
function nameOf(value: Json | undefined): string {
  const ref = own(value, "Ref");
  const attribute = own(value, "Fn::GetAtt");
  return typeof ref === "string" ? ref : Array.isArray(attribute) ? attribute.join(".") : typeof attribute === "string" ? attribute : "";
}

const holdsUnknown = (value: Value): boolean =>
  isUnknown(value) || (typeof value === "object" && value !== null && (Object.values(value) as Value[]).some(holdsUnknown));
