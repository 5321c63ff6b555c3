import type { Json } from "../../../model/resource.js";
import { type InstanceKey, moduleOf, parseTraversal } from "../address.js";
import { isObject, type JsonObject, objectOf, own } from "../normal.js";

/** The parts of plan JSON 1.x that the lift reads. Source: developer.hashicorp.com/terraform/internals/json-format */
export interface ConfigModule {
  /** `mode type name` -> the configuration of that resource. */
  readonly resources: ReadonlyMap<string, JsonObject>;
  readonly calls: ReadonlyMap<string, ConfigCall>;
  readonly outputs: JsonObject;
  readonly variables: JsonObject;
}

interface ConfigCall {
  readonly source: Json | undefined;
  readonly version: Json | undefined;
  readonly expressions: JsonObject;
  readonly repetition: Json | undefined;
  readonly module: ConfigModule;
}

/** One instance of a module: where its resources live and where its input variables come from. */
export interface Scope {
  /** `` for the root, `module.a["x"]` below. */
  readonly path: string;
  readonly key?: InstanceKey;
  readonly config: ConfigModule;
  readonly parent?: Scope;
  readonly call?: ConfigCall;
  /** Instances of each module call, by the name of the call. */
  readonly children: Map<string, Scope[]>;
}

export interface PlannedModule {
  readonly scope: Scope;
  readonly resources: readonly JsonObject[];
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

const EMPTY: ConfigModule = { resources: new Map(), calls: new Map(), outputs: {}, variables: {} };

/** Where no configuration says anything: of a state, and of the values before a change. */
export const NO_MODULE: Scope = { path: "", config: EMPTY, children: new Map() };

/** Indexes the configuration by module; iterative, since a hostile plan may nest modules ten thousand deep. */
export function readConfig(root: JsonObject): ConfigModule {
  const make = (): { resources: Map<string, JsonObject>; calls: Map<string, ConfigCall>; outputs: JsonObject; variables: JsonObject } => ({
    resources: new Map(),
    calls: new Map(),
    outputs: {},
    variables: {},
  });
  const top = make();
  const stack: { readonly source: JsonObject; readonly target: ReturnType<typeof make> }[] = [{ source: root, target: top }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { source, target } = item;
    for (const resource of objects(own(source, "resources")))
      target.resources.set(`${String(resource.mode)} ${String(resource.type)} ${String(resource.name)}`, resource);
    target.outputs = objectOf(own(source, "outputs"));
    target.variables = objectOf(own(source, "variables"));
    const calls = objectOf(own(source, "module_calls"));
    for (const name of Object.keys(calls)) {
      const call = objectOf(calls[name]);
      const inner = make();
      target.calls.set(name, {
        source: own(call, "source"),
        version: own(call, "version_constraint"),
        expressions: objectOf(own(call, "expressions")),
        repetition: own(call, "for_each_expression") ?? own(call, "count_expression"),
        module: inner,
      });
      stack.push({ source: objectOf(own(call, "module")), target: inner });
    }
  }
  return top;
}

/** Every module instance of `planned_values`, root first, each bound to its configuration and to the instance that calls it. */
export function readModules(root: JsonObject, config: ConfigModule): readonly PlannedModule[] {
  const modules: PlannedModule[] = [];
  const top: Scope = { path: "", config, children: new Map() };
  const stack: { readonly source: JsonObject; readonly scope: Scope }[] = [{ source: root, scope: top }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { source, scope } = item;
    modules.push({ scope, resources: objects(own(source, "resources")) });
    const children = objects(own(source, "child_modules")).map((child) => ({
      source: child,
      scope: childScope(scope, String(child.address ?? "")),
    }));
    stack.push(...children.reverse());
  }
  return modules;
}

/** The same from `resource_changes`, whose entries name their module; a module that only calls others has no resources. */
export function modulesOfChanges(changes: readonly JsonObject[], config: ConfigModule): readonly PlannedModule[] {
  const modules = new Map<string, { readonly scope: Scope; readonly resources: JsonObject[] }>();
  modules.set("", { scope: { path: "", config, children: new Map() }, resources: [] });
  const moduleAt = (address: string): { readonly scope: Scope; readonly resources: JsonObject[] } => {
    const missing: string[] = [];
    let above = address;
    for (; !modules.has(above); above = moduleOf(above)) missing.push(above);
    let module = modules.get(above) as { readonly scope: Scope; readonly resources: JsonObject[] };
    for (const path of missing.reverse()) {
      module = { scope: childScope(module.scope, path), resources: [] };
      modules.set(path, module);
    }
    return module;
  };
  for (const change of changes) {
    const address = own(change, "module_address");
    moduleAt(typeof address === "string" ? address : "").resources.push(change);
  }
  return [...modules.values()];
}

function childScope(parent: Scope, address: string): Scope {
  const inner = parent.path !== "" && address.startsWith(`${parent.path}.`) ? address.slice(parent.path.length + 1) : address;
  const steps = parseTraversal(inner) ?? [];
  const [head, name, key] = steps;
  const callName = head?.kind === "name" && head.name === "module" && name?.kind === "name" ? name.name : inner;
  const call = parent.config.calls.get(callName);
  const scope: Scope = {
    path: address,
    ...(key?.kind === "key" ? { key: key.key } : {}),
    config: call?.module ?? EMPTY,
    parent,
    ...(call === undefined ? {} : { call }),
    children: new Map(),
  };
  const siblings = parent.children.get(callName);
  if (siblings === undefined) parent.children.set(callName, [scope]);
  else siblings.push(scope);
  return scope;
}
