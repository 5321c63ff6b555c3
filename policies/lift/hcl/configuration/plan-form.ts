import type { Json, ResourceLocation } from "../../../../model/resource.js";
import { formatKey, type InstanceKey } from "../../address.js";
import { isObject, type JsonObject } from "../../normal.js";
import { few } from "../../plan/notes.js";
import { schemaOf } from "../../provider-schema.js";
import type { HclBody } from "../body.js";
import { plainOf, textOf } from "../evaluation/plain.js";
import { type Source, Text, type Written } from "../written.js";
import { literal, type ModuleFiles, type NamedBody, type WrittenResource } from "./module-files.js";
import { knownVariables, ModuleScope, type Repeated } from "./scope.js";
import { type EvaluateIn, expressionOf, expressionsOf, itemsOf, plannedBlock } from "./values.js";

/** A configuration in the form of a plan that creates all of it, and what a plan has no place for. */
export interface PlanForm {
  readonly plan: JsonObject;
  readonly resources: number;
  /** Of resources by address, of calls as `module.NAME`, of providers as their addresses. */
  readonly places: ReadonlyMap<string, ResourceLocation>;
  /** `lifecycle` blocks by the address of the resource. */
  readonly lifecycles: ReadonlyMap<string, JsonObject>;
  /** What an attribute is set to that is not wholly known, by {@link openKey}. */
  readonly open: ReadonlyMap<string, Written>;
  /** In plain words. */
  readonly notes: readonly string[];
}

export const openKey = (address: string, path: readonly string[], attribute: string): string => [address, ...path, attribute].join("\n");

/** No configuration calls modules through more than this many others, nor makes as many instances of one block. */
const MAX_MODULES = 20;
const MAX_INSTANCES = 1000;
const MAX_RESOURCES = 100_000;
/** Instances of modules in all: those that call two others each would double at each step. */
const MAX_SCOPES = 20_000;

/** Finds the files of a module that is called. */
export type FindModule = (path: string, caller: ModuleFiles, source: string) => ModuleFiles | undefined;

interface Instance extends Repeated {
  readonly key?: InstanceKey;
}

/**
 * @param given values of variables of the root module
 * @param find files of modules that are called
 */
export function planForm(root: ModuleFiles, given: ReadonlyMap<string, Source>, find: FindModule): PlanForm {
  return new Builder(find).whole(root, given);
}

class Builder {
  readonly #find: FindModule;
  readonly #changes: Json[] = [];
  readonly #places = new Map<string, ResourceLocation>();
  readonly #lifecycles = new Map<string, JsonObject>();
  readonly #open = new Map<string, Written>();
  readonly #providers = new Map<string, Json>();
  /** Tags that a provider gives to all that it makes, by what resources call it. */
  readonly #defaultTags = new Map<string, Json>();
  readonly #notes = new Set<string>();
  /** What a plan would list of the expressions of a block: the same for all instances of its module. */
  readonly #expressions = new Map<HclBody, JsonObject>();
  readonly #once = new Set<string>();
  /** Blocks whose instances are being looked for. */
  readonly #chain = new Set<HclBody>();
  readonly #absent: string[] = [];
  #scopes = 0;

  constructor(find: FindModule) {
    this.#find = find;
  }

  whole(files: ModuleFiles, given: ReadonlyMap<string, Source>): PlanForm {
    const variables = knownVariables(files, (name) => given.get(name));
    const scope = new ModuleScope({ path: "", root: files.folder, calls: [], files, variables, providers: new Map() });
    const unset = [...files.variables].flatMap(([name, body]) =>
      given.has(name) || body.attribute("default") !== undefined ? [] : [`var.${name}`],
    );
    const configuration = this.#module(scope);
    const told = [
      ...(unset.length === 0
        ? []
        : [`${unset.length === 1 ? "a variable has" : `${unset.length} variables have`} no value here: ${few(unset)}`]),
      ...(this.#once.size === 0 ? [] : [`how many there are of ${few([...this.#once])} is not known without a plan: each is judged once`]),
      ...(this.#absent.length === 0 ? [] : [`what ${few(this.#absent)} makes is not here: terraform init fetches it`]),
      ...(this.#scopes > MAX_SCOPES || this.#changes.length >= MAX_RESOURCES
        ? [`not read to the end: there are more than ${MAX_SCOPES} instances of modules, or ${MAX_RESOURCES} resources`]
        : []),
      ...this.#notes,
    ];
    return {
      plan: {
        format_version: "1.2",
        planned_values: {},
        variables: Object.fromEntries(
          [...variables].flatMap(([name, value]) =>
            plainOf(value) === undefined ? [] : [[name, { value: plainOf(value)?.value ?? null }]],
          ),
        ),
        resource_changes: this.#changes,
        configuration: { provider_config: Object.fromEntries(this.#providers), root_module: configuration },
      },
      resources: this.#changes.length,
      places: this.#places,
      lifecycles: this.#lifecycles,
      open: this.#open,
      notes: told,
    };
  }

  /** Adds what an instance of a module makes. @returns its configuration, which is the same for all instances */
  #module(scope: ModuleScope): JsonObject {
    const { files, path } = scope;
    if (files.overrides.length > 0)
      this.#notes.add(`not followed in ${files.folder}, since it changes blocks of other files: ${few(files.overrides)}`);
    const general = scope.evaluate("references");
    for (const { local, body, place } of files.providers) this.#provider(scope, local, body, place, general);
    for (const local of new Set([
      ...files.required.keys(),
      ...files.resources.map(({ type }) => type.slice(0, Math.max(0, type.indexOf("_")))),
    ]))
      if (path === "" && !this.#providers.has(local) && local !== "")
        this.#providers.set(local, { name: local, full_name: fullName(files, local) });
    const resources = files.resources.map((resource) => this.#resource(scope, resource, general));
    const calls = [...files.calls].map(([name, call]) => [name, this.#call(scope, name, call, general)] as const);
    return {
      resources,
      module_calls: Object.fromEntries(calls),
      outputs: Object.fromEntries(
        [...files.outputs].map(([name, body]) => [name, { expression: expressionOf(general.source(body.attribute("value") ?? NOTHING)) }]),
      ),
      variables: Object.fromEntries(
        [...files.variables].map(([name, body]): readonly [string, JsonObject] => {
          const byDefault = literal(body.attribute("default"));
          return [name, byDefault === undefined ? {} : { default: byDefault.value }];
        }),
      ),
    };
  }

  #resource(scope: ModuleScope, resource: WrittenResource, general: EvaluateIn): JsonObject {
    const { mode, type, name, body, place } = resource;
    const schema = schemaOf(mode, type);
    const block = `${mode === "data" ? "data." : ""}${type}.${name}`;
    const base = scope.at(block);
    const called = this.#calledProvider(scope, body.attribute("provider"), type);
    for (const instance of this.#instances(scope, base, body)) {
      if (this.#changes.length >= MAX_RESOURCES) break;
      const address = `${base}${instance.key === undefined ? "" : formatKey(instance.key)}`;
      const evaluate = scope.evaluate("values", instance);
      const { values, marks } = plannedBlock(body, schema, evaluate, (path, attribute, written) => {
        this.#open.set(openKey(address, path, attribute), written);
      });
      const tags = schema?.attributes.has("tags_all") === true ? allTags(values.tags, this.#defaultTags.get(called)) : undefined;
      this.#places.set(address, place);
      const lifecycle = body.inner.find((each) => each.name === "lifecycle")?.body();
      if (lifecycle !== undefined)
        this.#lifecycles.set(address, plannedBlock(lifecycle, undefined, evaluate, () => {}, ["lifecycle"]).values);
      this.#changes.push({
        address,
        ...(scope.path === "" ? {} : { module_address: scope.path }),
        mode,
        type,
        name,
        ...(instance.key === undefined ? {} : { index: instance.key }),
        change: {
          actions: ["create"],
          before: null,
          after: { ...values, ...inSmallLetters(type, values), ...(tags === undefined ? {} : { tags_all: tags }) },
          after_unknown: marks,
          after_sensitive: {},
        },
      });
    }
    return {
      address: block,
      mode,
      type,
      name,
      provider_config_key: called,
      ...this.#written(body, general),
    };
  }

  #call(scope: ModuleScope, name: string, { body, place }: NamedBody, general: EvaluateIn): JsonObject {
    const source = literal(body.attribute("source"))?.value;
    const version = literal(body.attribute("version"))?.value;
    const names = [...scope.calls, name];
    this.#places.set(names.map((each) => `module.${each}`).join("."), place);
    const files = typeof source !== "string" || names.length > MAX_MODULES ? undefined : this.#find(names.join("."), scope.files, source);
    const base = scope.at(`module.${name}`);
    let module: JsonObject | undefined;
    if (files === undefined) this.#absent.push(base);
    else
      for (const instance of this.#instances(scope, base, body)) {
        this.#scopes += 1;
        if (this.#scopes > MAX_SCOPES) break;
        const inner = new ModuleScope({
          path: `${base}${instance.key === undefined ? "" : formatKey(instance.key)}`,
          root: scope.root,
          calls: names,
          files,
          variables: knownVariables(files, (variable) => body.attribute(variable), scope.evaluate("values", instance)),
          providers: providersFor(scope, body),
        });
        module = this.#module(inner);
      }
    return {
      ...(typeof source === "string" ? { source } : {}),
      ...(typeof version === "string" ? { version_constraint: version } : {}),
      ...this.#written(body, general),
      module: module ?? {},
    };
  }

  #written(body: HclBody, general: EvaluateIn): JsonObject {
    const known = this.#expressions.get(body);
    if (known !== undefined) return known;
    const forEach = body.attribute("for_each");
    const count = body.attribute("count");
    const written = {
      expressions: expressionsOf(body, general),
      ...(forEach === undefined ? {} : { for_each_expression: expressionOf(general.source(forEach)) }),
      ...(count === undefined ? {} : { count_expression: expressionOf(general.source(count)) }),
    };
    this.#expressions.set(body, written);
    return written;
  }

  /** As many as are judged of one block. */
  #first<T>(address: string, instances: readonly T[], number = instances.length): readonly T[] {
    if (number > MAX_INSTANCES) this.#notes.add(`of the ${number} instances of ${address} the first ${MAX_INSTANCES} are judged`);
    return instances.slice(0, MAX_INSTANCES);
  }

  /** Instances of a block with `count` or `for_each`; one without a key where it is not known how many there are. */
  #instances(scope: ModuleScope, address: string, body: HclBody): readonly Instance[] {
    const evaluation = scope.evaluation("values");
    const count = body.attribute("count");
    const forEach = body.attribute("for_each");
    if (count !== undefined) {
      const number = plainOf(evaluation.of(count))?.value;
      const known = typeof number === "string" && /^\d+$/.test(number) ? Number(number) : number;
      if (typeof known === "number" && known >= 0)
        return this.#first(
          address,
          Array.from({ length: Math.min(known, MAX_INSTANCES) }, (_, index) => ({ key: index, index })),
          known,
        );
    } else if (forEach !== undefined) {
      const chained = this.#chained(scope, forEach);
      if (chained !== undefined) return chained;
      const written = evaluation.of(forEach);
      const items = itemsOf(written);
      const keyed = items?.map(({ key, value }) => {
        // A set is gone through by its values.
        const own = plainOf(Array.isArray(written) ? value : key)?.value;
        return typeof own === "string"
          ? { key: own, item: { key: textOf(own), value: Array.isArray(written) ? textOf(own) : value } }
          : undefined;
      });
      if (keyed?.every((instance) => instance !== undefined) === true) {
        const byKey = new Map(keyed.map((instance) => [instance.key, instance]));
        return this.#first(address, [...byKey.values()]);
      }
    } else return [{}];
    this.#once.add(address);
    return [{}];
  }

  /** `for_each = aws_s3_bucket.all`: one for each instance of another resource, which is the value. */
  #chained(scope: ModuleScope, forEach: Source): readonly Instance[] | undefined {
    const block = "expression" in forEach ? forEach.expression.trim() : "";
    const other = scope.files.resources.find(({ mode, type, name }) => mode === "managed" && `${type}.${name}` === block);
    if (other === undefined || other.body.attribute("for_each") === undefined || this.#chain.has(other.body)) return undefined;
    this.#chain.add(other.body);
    const instances = this.#instances(scope, scope.at(block), other.body);
    this.#chain.delete(other.body);
    return instances.flatMap(({ key }) =>
      typeof key === "string"
        ? [{ key, item: { key: textOf(key), value: new Text([{ kind: "expression", source: `${block}${formatKey(key)}` }]) } }]
        : [],
    );
  }

  #provider(scope: ModuleScope, local: string, body: HclBody, place: ResourceLocation, general: EvaluateIn): void {
    const written = literal(body.attribute("alias"))?.value;
    const alias = typeof written === "string" ? written : undefined;
    const called = `${local}${alias === undefined ? "" : `.${alias}`}`;
    const { module } = scope;
    const name = fullName(scope.files, local);
    const short = name.slice(name.lastIndexOf("/") + 1);
    this.#places.set(`${module === "" ? "" : `${module}.`}provider.${short}${alias === undefined ? "" : formatKey(alias)}`, place);
    const expressions = expressionsOf(body, general, 1);
    // Where resources are made is asked for by value.
    const region = body.attribute("region");
    const key = module === "" ? called : `${module}:${called}`;
    const tags = body.inner
      .find((each) => each.name === "default_tags")
      ?.body()
      .attribute("tags");
    const given = tags === undefined ? undefined : plainOf(scope.evaluation("values").of(tags));
    if (given !== undefined) this.#defaultTags.set(key, given.value);
    this.#providers.set(key, {
      name: local,
      full_name: name,
      ...(alias === undefined ? {} : { alias }),
      ...(module === "" ? {} : { module_address: module }),
      expressions: { ...expressions, ...(region === undefined ? {} : { region: expressionOf(scope.evaluation("values").of(region)) }) },
    });
  }

  /** By what the configuration of a plan calls the provider of a resource. */
  #calledProvider(scope: ModuleScope, written: Source | undefined, type: string): string {
    const called =
      written !== undefined && "expression" in written ? written.expression.trim().replaceAll('"', "") : type.slice(0, type.indexOf("_"));
    const { module } = scope;
    return this.#providers.has(`${module}:${called}`) ? `${module}:${called}` : (scope.providers.get(called) ?? called);
  }
}

/** What a module that is called knows providers as. Source: developer.hashicorp.com/terraform/language/meta-arguments/module-providers */
function providersFor(scope: ModuleScope, body: HclBody): ReadonlyMap<string, string> {
  const given = body.attribute("providers");
  if (given === undefined || !("expression" in given)) return scope.providers;
  const pairs = [...given.expression.matchAll(/([\w.]+)\s*=\s*([\w.]+)/g)].map(([, inner = "", outer = ""]) => {
    return [inner, scope.providers.get(outer) ?? outer] as const;
  });
  return new Map([...scope.providers, ...pairs]);
}

/** The provider keeps the engine of an instance in small letters, so a plan shows it that way. Source: hashicorp/aws 5.100.0, seen in plans */
function inSmallLetters(type: string, { engine }: JsonObject): JsonObject {
  return type === "aws_db_instance" && typeof engine === "string" ? { engine: engine.toLowerCase() } : {};
}

/** As the provider fills `tags_all`. Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/guides/resource-tagging */
function allTags(own: Json | undefined, byDefault: Json | undefined): Json | undefined {
  return isObject(byDefault) && (own === undefined || isObject(own)) ? { ...byDefault, ...own } : own;
}

const NOTHING: Source = { expression: "null" };

function fullName(files: ModuleFiles, local: string): string {
  const source = files.required.get(local) ?? local;
  if (source === "terraform") return "terraform.io/builtin/terraform";
  const parts = source.split("/");
  if (parts.length >= 3) return source;
  return `registry.terraform.io/${parts.length === 2 ? source : `hashicorp/${source}`}`;
}
