import type { HclBody } from "../body.js";
import { type Attributes, Evaluation, type Names } from "../evaluation/evaluation.js";
import { isWholeObject, plainOf, textOf } from "../evaluation/plain.js";
import { filesOf } from "../files-below.js";
import { onceBy } from "../once.js";
import { type Source, type Surroundings, Text, type Written } from "../written.js";
import { literal, type ModuleFiles } from "./module-files.js";
import { type EvaluateIn, evaluateBy, type Item } from "./values.js";

/** One of the instances of a block with `count` or `for_each`. */
export interface Repeated {
  readonly item?: Item;
  readonly index?: number;
}

/** An instance of a module, and what the names in it stand for. */
export class ModuleScope {
  /** `` for the root, `module.a["x"]` below. */
  readonly path: string;
  /** Folder of the root module. */
  readonly root: string;
  /** Names of the calls that lead here. */
  readonly calls: readonly string[];
  readonly files: ModuleFiles;
  /** What the module calls a provider, and what that is called in the root. */
  readonly providers: ReadonlyMap<string, string>;
  /** Values of variables, as far as they are known. */
  readonly variables: ReadonlyMap<string, Written>;
  readonly #bodies: ReadonlyMap<string, HclBody>;
  readonly #local: Readonly<Record<"values" | "references", (name: string) => Written | undefined>>;
  readonly #attributes: Attributes;
  readonly #file: Surroundings["file"];

  constructor(given: Pick<ModuleScope, "path" | "root" | "calls" | "files" | "providers" | "variables">) {
    this.path = given.path;
    this.root = given.root;
    this.calls = given.calls;
    this.files = given.files;
    this.providers = given.providers;
    this.variables = given.variables;
    this.#file = filesOf(given.root, given.files.folder);
    this.#bodies = new Map(
      given.files.resources.flatMap(({ mode, type, name, body }) => (mode === "managed" ? [[`${type}.${name}`, body] as const] : [])),
    );
    this.#local = { values: this.#locals("values"), references: this.#locals("references") };
    const attribute = ringless((key) => {
      const [type, name, attribute] = key.split(" ");
      const body = this.#bodies.get(`${type}.${name}`);
      const source = body?.attribute(String(attribute));
      // Of what is there several times it is not asked.
      if (source === undefined || body?.attribute("count") !== undefined || body?.attribute("for_each") !== undefined) return undefined;
      const value = this.evaluation("values").of(source);
      return plainOf(value) === undefined ? undefined : value;
    });
    this.#attributes = (type, name, key) => attribute(`${type} ${name} ${key}`);
  }

  /** Address of something in this module. */
  at(inner: string): string {
    return this.path === "" ? inner : `${this.path}.${inner}`;
  }

  /** `module.site.module.queue`, without the keys of instances. */
  get module(): string {
    return this.calls.map((name) => `module.${name}`).join(".");
  }

  /** @param repeated the instance of the block that holds the expressions */
  evaluate(as: "values" | "references", repeated: Repeated = {}): EvaluateIn {
    return evaluateBy((items) => this.evaluation(as, repeated, items), new Map());
  }

  /**
   * @param as `values`, or `references` where variables and instances stay what they are called, as a plan lists what an expression refers to
   * @param items of the `dynamic` blocks around the expressions
   */
  evaluation(as: "values" | "references", repeated: Repeated = {}, items: ReadonlyMap<string, Item> = new Map()): Evaluation {
    return new Evaluation(this.#names(as, repeated, items), as === "values" ? this.#attributes : undefined, this.#file);
  }

  #names(as: "values" | "references", { item, index }: Repeated, items: ReadonlyMap<string, Item>): Names {
    return (root, name) => {
      if (items.has(root)) return itemOf(items.get(root), name);
      if (root === "local") return this.#local[as](name);
      if (root === "terraform" && name === "workspace") return textOf("default");
      if (as === "references") return undefined;
      if (root === "var") return this.variables.get(name);
      if (root === "each") return itemOf(item, name);
      return root === "count" && name === "index" ? index : undefined;
    };
  }

  #locals(as: "values" | "references"): (name: string) => Written | undefined {
    return ringless((name) => {
      const source = this.files.locals.get(name);
      return source === undefined ? undefined : this.evaluation(as).of(source);
    });
  }
}

/** No value is told through more names than this. */
const MAX_HOPS = 100;

/** Found once for each name, and not while it is being found: a ring of names ends. */
function ringless<T>(find: (name: string) => T | undefined): (name: string) => T | undefined {
  const open = new Set<string>();
  const found = onceBy(find);
  return (name) => {
    if (open.has(name) || open.size > MAX_HOPS) return undefined;
    open.add(name);
    try {
      return found(name);
    } finally {
      open.delete(name);
    }
  };
}

const itemOf = (item: Item | undefined, name: string): Written | undefined =>
  item === undefined ? undefined : name === "key" ? item.key : name === "value" ? item.value : undefined;

/**
 * Variables of a module whose value is known: what is given to it, else its default. One that is sensitive is left as a reference, so that nothing shows what it holds.
 * @param written what is given to a variable, and how that is worked out where it stands; undefined for values that depend on nothing
 */
export function knownVariables(
  { variables }: ModuleFiles,
  written: (name: string) => Source | undefined,
  where?: EvaluateIn,
): ReadonlyMap<string, Written> {
  const nothing = new Evaluation(() => undefined);
  const known = new Map<string, Written>();
  for (const [name, body] of variables) {
    if (literal(body.attribute("sensitive"))?.value === true) continue;
    const given = written(name);
    const byDefault = body.attribute("default");
    const value = given === undefined ? byDefault && nothing.of(byDefault) : where === undefined ? nothing.of(given) : where.source(given);
    if (value !== undefined) known.set(name, renamed(value, `var.${name}`));
  }
  return known;
}

/** What is given to a module is written elsewhere, and what it refers to means something else inside: what is open in it is there called by its own name. */
function renamed(written: Written, name: string): Written {
  if (plainOf(written) !== undefined) return written;
  if (Array.isArray(written)) return (written as readonly Written[]).map((item, at) => renamed(item, `${name}[${at}]`));
  if (!isWholeObject(written)) return new Text([{ kind: "expression", source: name }]);
  return new Map([...written].map(([key, value]) => [key, renamed(value, `${name}[${JSON.stringify(key)}]`)]));
}
