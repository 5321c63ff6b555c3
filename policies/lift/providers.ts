import type { Json, Resource, ResourceLocation } from "../../model/resource.js";
import { formatKey, parseTraversal } from "./address.js";
import { locationOf } from "./locate.js";
import { isObject, isUnknown, type JsonObject, MAX_DEPTH, objectOf, own, put, unknown, type Value, type ValueObject } from "./normal.js";
import type { ConfigModule, Scope } from "./plan/model.js";
import type { ReferenceResolver } from "./plan/references.js";
import type { SynthValues } from "./synth/values.js";

/**
 * Provider blocks in the normal form: type `Provider/aws`, address `provider.aws` or `provider.aws["west"]` with an alias, behind the module that
 * holds the block. Only the two providers of AWS are read. What a credential is never enters the normal form: a text under such a name
 * becomes {@link CREDENTIAL} or {@link PLACEHOLDER}, so that no report can print it.
 */
const PROVIDERS: ReadonlySet<string> = new Set(["aws", "awscc"]);

/** Names under which the two providers take credentials. Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference */
const SECRETS: ReadonlySet<string> = new Set(["access_key", "secret_key", "token", "web_identity_token"]);

export const CREDENTIAL = "(written out, not shown)";
/** Shorter than any credential of AWS, as an emulator takes it. */
export const PLACEHOLDER = "(a placeholder, not shown)";
/** An access key id has 16 characters at least. Source: docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html */
const SHORTEST_CREDENTIAL = 16;

const MAX_HOPS = 64;

/** What a credential written in the code becomes; nothing for the empty text, which a provider takes for absent. */
function redacted(text: string): string | undefined {
  if (text === "") return undefined;
  return text.length < SHORTEST_CREDENTIAL ? PLACEHOLDER : CREDENTIAL;
}

/** A provider block, and what resources call it: `aws`, `aws.second`, `module.site:aws`. */
export interface CalledProvider {
  readonly key: string;
  readonly block: Resource;
}

/** `provider_config` of a plan's configuration. Source: developer.hashicorp.com/terraform/internals/json-format#configuration-representation */
export function providersOfPlan(
  location: ResourceLocation,
  configs: Json | undefined,
  root: ConfigModule,
  variables: JsonObject,
  resolver: ReferenceResolver,
): readonly CalledProvider[] {
  if (!isObject(configs)) return [];
  const reader = new ProviderReader(variables, resolver);
  return Object.keys(configs).flatMap((key): readonly CalledProvider[] => {
    const config = configs[key];
    const name = typeOf(own(config, "full_name"), own(config, "name"));
    if (name === undefined || !isObject(config)) return [];
    const module = own(config, "module_address");
    const scope = scopeOf(typeof module === "string" ? module : "", root);
    const alias = own(config, "alias");
    const values = reader.block(objectOf(own(config, "expressions")), scope, 0);
    return [{ key, block: resourceOf(name, typeof alias === "string" ? alias : undefined, scope.path, values, location) }];
  });
}

export const blocksOf = (providers: readonly CalledProvider[]): readonly Resource[] => providers.map(({ block }) => block);

/**
 * Where the providers of hashicorp/aws make what they make, by what resources call them.
 * @returns undefined where that is the same place for all
 */
export function regionsOf(providers: readonly CalledProvider[]): ReadonlyMap<string, string> | undefined {
  const regions = new Map(
    providers
      .filter(({ block }) => block.type === "Provider/aws")
      .map(({ key, block }) => [key, typeof block.values.region === "string" ? block.values.region : key] as const),
  );
  return new Set(regions.values()).size > 1 ? regions : undefined;
}

/**
 * The provider that Terraform implies where no block of it is written: one, so that what an account has once has a place to be missed at.
 * Source: developer.hashicorp.com/terraform/language/providers/configuration
 */
export function withImplied(providers: readonly Resource[], resources: readonly Resource[], path: string): readonly Resource[] {
  return providers.some(({ type }) => type === "Provider/aws") || !resources.some(({ type }) => type.startsWith("aws_"))
    ? providers
    : [...providers, resourceOf("aws", undefined, "", {}, locationOf(path, undefined))];
}

/** `provider` blocks of Terraform JSON configuration: one block or a list of them under the local name of a provider. */
export function providersOfSynth(root: JsonObject, values: SynthValues, at: (name: string) => ResourceLocation): readonly CalledProvider[] {
  const blocks = own(root, "provider");
  const variables = own(root, "variable");
  const required = own(own(root, "terraform"), "required_providers");
  if (!isObject(blocks)) return [];
  return Object.keys(blocks).flatMap((local) => {
    const source = (Array.isArray(required) ? required : [required]).map((each) => own(own(each, local), "source")).find(Boolean);
    const name = typeOf(source, local);
    if (name === undefined) return [];
    const written = blocks[local] as Json;
    return (Array.isArray(written) ? (written as readonly Json[]) : [written]).filter(isObject).map((block) => {
      const { alias, ...rest } = block;
      const lifted = withoutSecrets(values.block(withDefaults(rest, variables, 0), `provider ${name}`, undefined), 0) as ValueObject;
      const called = typeof alias === "string" ? alias : undefined;
      return {
        key: called === undefined ? local : `${local}.${called}`,
        block: resourceOf(name, called, "", asBlocks(lifted), at(local)),
      };
    });
  });
}

/** `registry.terraform.io/hashicorp/aws` and `hashicorp/aws` are both `aws`; without a source the local name is the provider's. */
function typeOf(source: Json | undefined, local: Json | undefined): string | undefined {
  const name = typeof source === "string" ? source.slice(source.lastIndexOf("/") + 1) : local;
  return typeof name === "string" && PROVIDERS.has(name) ? name : undefined;
}

function resourceOf(name: string, alias: string | undefined, module: string, values: ValueObject, location: ResourceLocation): Resource {
  return {
    address: `${module === "" ? "" : `${module}.`}provider.${name}${alias === undefined ? "" : formatKey(alias)}`,
    type: `Provider/${name}`,
    name,
    mode: "managed",
    values: values as Resource["values"],
    location,
  };
}

/** The module a provider block stands in; such a module is never expanded, so its address has no keys. */
function scopeOf(address: string, root: ConfigModule): Scope {
  let scope: Scope = { path: "", config: root, children: new Map() };
  const names = (parseTraversal(address) ?? []).flatMap((step) => (step.kind === "name" ? [step.name] : []));
  for (let at = 1; at < names.length; at += 2) {
    const name = names[at] as string;
    const call = scope.config.calls.get(name);
    if (call === undefined) break;
    const path = `${scope.path === "" ? "" : `${scope.path}.`}module.${name}`;
    scope = { path, config: call.module, parent: scope, call, children: new Map() };
  }
  return scope;
}

class ProviderReader {
  readonly #variables: JsonObject;
  readonly #resolver: ReferenceResolver;

  constructor(variables: JsonObject, resolver: ReferenceResolver) {
    this.#variables = variables;
    this.#resolver = resolver;
  }

  block(expressions: JsonObject, scope: Scope, depth: number): ValueObject {
    const out: ValueObject = {};
    if (depth > MAX_DEPTH) return out;
    for (const key of Object.keys(expressions)) {
      const value = this.#value(key, expressions[key] as Json, scope, depth);
      if (value !== undefined) put(out, key, value);
    }
    return out;
  }

  #value(key: string, expression: Json, scope: Scope, depth: number): Value | undefined {
    if (Array.isArray(expression))
      return (expression as readonly Json[]).filter(isObject).map((block) => this.block(block, scope, depth + 1));
    if (!isObject(expression)) return undefined;
    if (SECRETS.has(key)) return this.#credential(expression, scope, 0);
    const constant = own(expression, "constant_value");
    if (constant !== undefined) return constant ?? undefined;
    const resolved = this.#resolver.resolve(expression, scope, undefined);
    return resolved.plain ? unknown("reference", resolved.refs) : unknown("expression", resolved.refs);
  }

  /**
   * A plan shows what a credential is made of, not how: a constant is written out, and so is the default of a variable that nobody gave
   * another value. A variable given from outside, or a lookup, is none; what a local holds a plan does not say.
   */
  #credential(expression: Json | undefined, scope: Scope, hops: number): Value | undefined {
    const constant = own(expression, "constant_value");
    if (typeof constant === "string") return redacted(constant);
    const listed = own(expression, "references");
    const references = (Array.isArray(listed) ? (listed as readonly Json[]) : []).filter(
      (each): each is string => typeof each === "string",
    );
    const [longest] = references;
    if (longest === undefined || hops > MAX_HOPS) return constant === null ? undefined : unknown("expression");
    const isOne = references.every((each) => longest === each || longest.startsWith(`${each}.`) || longest.startsWith(`${each}[`));
    const [head, name, ...inner] = (parseTraversal(longest) ?? []).map((step) => (step.kind === "name" ? step.name : ""));
    if (isOne && head === "var" && name !== undefined) return this.#variable(name, inner, scope, hops);
    const resolved = this.#resolver.resolve(expression, scope, undefined);
    return resolved.plain ? unknown("reference", resolved.refs) : unknown("expression", resolved.refs);
  }

  #variable(name: string, inner: readonly string[], scope: Scope, hops: number): Value | undefined {
    const given = scope.call === undefined ? undefined : own(scope.call.expressions, name);
    if (given !== undefined && scope.parent !== undefined) return this.#credential(given, scope.parent, hops + 1);
    const byDefault = own(own(scope.config.variables, name), "default");
    const taken = scope.parent === undefined ? own(own(this.#variables, name), "value") : byDefault;
    const written = inner.reduce<Json | undefined>(own, byDefault);
    const held = inner.reduce<Json | undefined>(own, taken);
    if (typeof written === "string" && written === held) return redacted(written);
    return (held ?? null) === null && byDefault === null ? undefined : unknown("reference");
  }
}

/** In a stack, a credential that is nothing but a variable becomes what the variable holds when nobody gives it another value. */
function withDefaults(block: JsonObject, variables: Json | undefined, depth: number): JsonObject {
  const entries = Object.keys(block).map((key): readonly [string, Json] => {
    const value = block[key] as Json;
    if (typeof value === "string") return [key, SECRETS.has(key) ? defaultOf(value, variables) : value];
    const inner = (each: Json): Json => (isObject(each) && depth < MAX_DEPTH ? withDefaults(each, variables, depth + 1) : each);
    return [key, Array.isArray(value) ? (value as readonly Json[]).map(inner) : inner(value)];
  });
  return Object.fromEntries(entries);
}

function defaultOf(text: string, variables: Json | undefined): string {
  const name = /^\$\{\s*var\.([\w-]+)\s*\}$/.exec(text)?.[1];
  const value = name === undefined ? undefined : own(own(variables, name), "default");
  return typeof value === "string" ? value : text;
}

function withoutSecrets(value: Value, depth: number): Value {
  if (Array.isArray(value)) return value.map((item: Value) => withoutSecrets(item, depth + 1));
  if (!isObject(value) || isUnknown(value) || depth > MAX_DEPTH) return value;
  const out: ValueObject = {};
  for (const key of Object.keys(value)) {
    const inner = value[key] as Value;
    const kept = SECRETS.has(key) ? credentialOf(inner) : withoutSecrets(inner, depth + 1);
    if (kept !== undefined) put(out, key, kept);
  }
  return out;
}

function credentialOf(value: Value): Value | undefined {
  if (typeof value === "string") return redacted(value);
  // The text around an interpolation may hold half of the secret.
  return isUnknown(value) ? unknown(value.$unknown, value.refs) : unknown("opaque-document");
}

/** Blocks are lists in the normal form; in a provider block every object is one, and tags stand a level below. */
function asBlocks(values: ValueObject): ValueObject {
  const out: ValueObject = {};
  for (const key of Object.keys(values)) {
    const value = values[key] as Value;
    put(out, key, isObject(value) && !isUnknown(value) ? [value] : value);
  }
  return out;
}
