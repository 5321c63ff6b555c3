import { BulwarkError } from "../../model/errors.js";
import type { Json, LiftedInput, Resource, ResourceLocation } from "../../model/resource.js";
import type { InstanceKey } from "./address.js";
import type { Expanded } from "./cloudformation.js";
import { countChanges, countModuleTree, forgottenIn } from "./count.js";
import { readDeviations } from "./deviations.js";
import { decodeAll, needsTheRest } from "./encodings.js";
import { LineCounter, LocationWhenAsked, locateAddresses, locationOf, type Places } from "./locate.js";
import { isObject, type JsonObject, own, type ValueObject } from "./normal.js";
import { joinResource, type PendingDocument } from "./plan-join.js";
import { type ConfigModule, modulesOfChanges, type PlannedModule, readConfig, readModules } from "./plan-model.js";
import { forgottenNote, notPlanned } from "./plan-notes.js";
import { type InstanceIndex, ReferenceResolver } from "./plan-references.js";
import type { ShortPlan } from "./plan-text.js";
import { renderPolicyDocument } from "./policy-document.js";
import { schemaOf } from "./provider-schema.js";
import { providersOfPlan, withImplied } from "./providers.js";

/** Told of each module instance once its resources are lifted, while later ones are not: the same objects that come out in the end. */
export type OnModule = (resources: readonly Resource[]) => void;

/** Major version of the plan format that we read; Terraform raises the minor for additions only. Source: developer.hashicorp.com/terraform/internals/json-format */
const SUPPORTED = /^1\.\d+$/;

/**
 * Lifts the JSON of `terraform show -json PLAN` (Terraform or OpenTofu, format 1.x).
 * @param text the same JSON as text, for line numbers; an empty string leaves them out
 * @param onModule not told of the root, nor of a module of which something is not known before the end
 * @throws BulwarkError BW_PLAN_VERSION, BW_PLAN_INCOMPLETE
 */
export function liftPlan(path: string, plan: JsonObject, text: string, onModule?: OnModule): LiftedInput {
  refusePartial(path, plan);
  const root = own(own(plan, "planned_values"), "root_module");
  const changes = new Map(changesOf(plan).map((change) => [change.address, change]));
  const stays = (source: JsonObject): boolean => {
    const change = changes.get(source.address);
    return change === undefined || !isForgotten(change);
  };
  return lift(path, plan, () => text, onModule, {
    changes: [...changes.values()],
    modulesOf: (config) =>
      readModules(objectOf(root), config).map(({ scope, resources }) => ({ scope, resources: resources.filter(stays) })),
    changeOf: (source) => changes.get(source.address),
    valuesOf: (source) => own(source, "values"),
    count: () => countModuleTree(root, forgottenIn(own(plan, "resource_changes"))),
  });
}

/**
 * Lifts a plan from its changes, of which its planned values are a repetition.
 * @param read the whole plan as text, for line numbers
 * @returns undefined when there are not as many of both, or the plan is not as it should be: the whole of it tells what is wrong
 */
export function liftShortPlan(
  path: string,
  { plan, planned }: ShortPlan,
  read: () => string,
  onModule?: OnModule,
): LiftedInput | undefined {
  const text = once(read);
  const changes = changesOf(plan);
  const remaining = changes.filter((change) => isObject(own(own(change, "change"), "after")));
  // Terraform lists what is forgotten among the planned values, without any.
  if (remaining.length + changes.filter(isForgotten).length !== planned) return undefined;
  try {
    refusePartial(path, plan);
    return lift(path, plan, text, onModule, {
      changes,
      modulesOf: (config) => modulesOfChanges(remaining, config),
      changeOf: (source) => source,
      valuesOf: (source) => own(own(source, "change"), "after"),
      count: () => countChanges(own(plan, "resource_changes")),
    });
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return undefined;
    throw thrown;
  }
}

/** Where what a plan says of its resources stands in it. */
interface PlanView {
  /** Also of what is destroyed. */
  readonly changes: readonly JsonObject[];
  /** Each resource as an object with its address, mode, type, name and index. */
  readonly modulesOf: (config: ConfigModule) => readonly PlannedModule[];
  readonly changeOf: (resource: JsonObject) => JsonObject | undefined;
  readonly valuesOf: (resource: JsonObject) => Json | undefined;
  readonly count: () => number;
}

/** Entries of `resource_changes`. A deposed object shares the address of the resource that replaces it. */
function changesOf(plan: JsonObject): readonly JsonObject[] {
  const list = own(plan, "resource_changes");
  return (Array.isArray(list) ? (list as readonly Json[]) : []).filter(
    (change): change is JsonObject => isObject(change) && typeof change.address === "string" && change.deposed === undefined,
  );
}

/** Taken out of the state and left as it is (`removed { lifecycle { destroy = false } }`): nothing that the plan holds describes it. */
const isForgotten = (change: JsonObject): boolean => {
  const actions = own(own(change, "change"), "actions");
  return Array.isArray(actions) && actions.length === 1 && actions[0] === "forget";
};

function lift(path: string, plan: JsonObject, text: () => string, onModule: OnModule | undefined, view: PlanView): LiftedInput {
  const config = readConfig(objectOf(own(own(plan, "configuration"), "root_module")));
  const modules = view.modulesOf(config);
  const instances = indexInstances(path, modules);
  const variables = objectOf(own(plan, "variables"));
  const resolver = new ReferenceResolver(instances.keyed, variables);
  const planLift = new PlanLift(
    path,
    view,
    resolver,
    once(() => locateAddresses(text(), instances.byAddress)),
  );
  const { resources, notes, absent } = planLift.resources(modules, onModule);
  const deleted = planLift.gone(view.changes, "delete");
  const forgotten = planLift.gone(view.changes, "forget");
  const unplanned = notPlanned(plan);
  const told = [...notes, ...forgottenNote(forgotten), ...unplanned];
  const configured = own(own(plan, "configuration"), "provider_config");
  const providers = withImplied(providersOfPlan(placeOf(path, text), configured, config, variables, resolver), resources, path);
  return {
    path,
    kind: "plan",
    resources,
    ...(providers.length === 0 ? {} : { providers }),
    ...(deleted.length === 0 ? {} : { deleted }),
    ...(forgotten.length === 0 ? {} : { forgotten }),
    ...(unplanned.length === 0 ? {} : { partial: true }),
    ...(told.length === 0 ? {} : { notes: told }),
    resourcesInInput: view.count() - absent,
    deviations: readDeviations(own(own(own(own(plan, "planned_values"), "outputs"), "bulwark_deviations"), "value")),
  };
}

/** Provider blocks have no place of their own in a plan, but all stand together. */
const placeOf = (path: string, text: () => string): ResourceLocation =>
  new LocationWhenAsked(
    path,
    PROVIDERS,
    once(() => {
      const whole = text();
      const offset = whole.lastIndexOf(`"${PROVIDERS}":`);
      return offset < 0 ? new Map() : new Map([[PROVIDERS, new LineCounter(whole).at(offset)]]);
    }),
  );
const PROVIDERS = "provider_config";

function once<T>(action: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: action() };
    return done.value;
  };
}

function refusePartial(path: string, plan: JsonObject): void {
  const version = own(plan, "format_version");
  if (typeof version !== "string" || !SUPPORTED.test(version))
    throw new BulwarkError("BW_PLAN_VERSION", { path, given: JSON.stringify(version ?? null) });
  for (const section of ["planned_values", "configuration", "resource_changes"])
    if (
      own(plan, section) === undefined &&
      !(section === "resource_changes" && countModuleTree(own(own(plan, "planned_values"), "root_module")) === 0)
    )
      throw new BulwarkError("BW_PLAN_INCOMPLETE", { path, problem: `the plan has no ${section}` });
  if (own(plan, "errored") === true) throw new BulwarkError("BW_PLAN_ERRORED", { path });
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

interface Indexed {
  readonly keyed: InstanceIndex;
  readonly byAddress: ReadonlyMap<string, JsonObject>;
}

function indexInstances(path: string, modules: readonly PlannedModule[]): Indexed {
  const keyed = new Map<string, Map<InstanceKey, string>>();
  const byAddress = new Map<string, JsonObject>();
  for (const { scope, resources } of modules) {
    for (const resource of resources) {
      const address = own(resource, "address");
      if (typeof address !== "string" || typeof resource.type !== "string")
        throw new BulwarkError("BW_PLAN_INCOMPLETE", { path, problem: "a planned resource has no address or type" });
      if (byAddress.has(address)) throw new BulwarkError("BW_PLAN_INCOMPLETE", { path, problem: `the address ${address} occurs twice` });
      byAddress.set(address, resource);
      const key = keyOf(resource);
      if (key === undefined) continue;
      const base = `${scope.path === "" ? "" : `${scope.path}.`}${resource.mode === "data" ? "data." : ""}${resource.type}.${String(resource.name)}`;
      const instances = keyed.get(base);
      if (instances === undefined) keyed.set(base, new Map([[key, address]]));
      else instances.set(key, address);
    }
  }
  return { keyed, byAddress };
}

function keyOf(resource: JsonObject): InstanceKey | undefined {
  const index = own(resource, "index");
  return typeof index === "string" || typeof index === "number" ? index : undefined;
}

class PlanLift {
  readonly #path: string;
  readonly #view: PlanView;
  readonly #resolver: ReferenceResolver;
  readonly #places: () => Places;
  readonly #documents = new Map<string, ValueObject>();
  /** Of the module at hand. */
  readonly #pending: PendingDocument[] = [];
  /** Of earlier modules, whose document may stand in a later one. */
  readonly #open: PendingDocument[] = [];

  constructor(path: string, view: PlanView, resolver: ReferenceResolver, places: () => Places) {
    this.#path = path;
    this.#view = view;
    this.#resolver = resolver;
    this.#places = places;
  }

  resources(modules: readonly PlannedModule[], onModule?: OnModule): Expanded {
    const perModule = modules.map((module) => this.#module(module, onModule));
    for (const pending of this.#open) this.#settle(pending, true);
    const everything = perModule.some(({ expanded }) => expanded === undefined) ? perModule.flatMap(({ lifted }) => lifted) : [];
    const all = perModule.map(({ lifted, expanded }) => expanded ?? decodeAll(lifted, everything));
    return {
      resources: all.flatMap(({ resources }) => resources),
      notes: all.flatMap(({ notes }) => notes),
      absent: all.reduce((sum, { absent }) => sum + absent, 0),
    };
  }

  /** The resources of one module instance; decoded, and told of, when nothing that comes later can change them. */
  #module(module: PlannedModule, onModule: OnModule | undefined): { readonly lifted: readonly Resource[]; readonly expanded?: Expanded } {
    const lifted = module.resources.map((source) => this.#resource(source, module));
    for (const { type, address, values } of lifted)
      if (type === "aws_iam_policy_document") this.#documents.set(address, values as ValueObject);
    const open = this.#pending.splice(0).filter((pending) => !this.#settle(pending));
    for (const pending of open) this.#open.push(pending);
    if (open.length > 0 || needsTheRest(lifted)) return { lifted };
    const expanded = decodeAll(lifted);
    if (module.scope.path !== "") onModule?.(expanded.resources);
    return { lifted, expanded };
  }

  /**
   * @param all whether there is nothing more to be lifted
   * @returns whether no policy document that is yet to be lifted may be meant
   */
  #settle({ holder, attribute, value }: PendingDocument, all = false): boolean {
    const [ref, ...more] = value.refs;
    if (ref === undefined || more.length > 0 || value.$unknown !== "reference" || !ref.includes("aws_iam_policy_document.")) return true;
    const source = this.#documents.get(ref);
    if (source === undefined) return false;
    let found = true;
    const document = renderPolicyDocument(source, (address) => {
      const taken = this.#documents.get(address);
      found &&= taken !== undefined;
      return taken;
    });
    if (!found && !all) return false;
    if (document !== undefined) holder[attribute] = document;
    return true;
  }

  #resource(source: JsonObject, module: PlannedModule): Resource {
    const address = source.address as string;
    const type = source.type as string;
    const mode = source.mode === "data" ? "data" : "managed";
    const name = String(source.name);
    const entry = this.#view.changeOf(source);
    const change = objectOf(own(entry, "change"));
    const previous = own(entry, "previous_address");
    const config = module.scope.config.resources.get(`${mode} ${type} ${name}`);
    const values = joinResource(
      objectOf(this.#view.valuesOf(source)),
      own(change, "after_unknown"),
      own(change, "after_sensitive") ?? own(source, "sensitive_values"),
      objectOf(own(config, "expressions")),
      schemaOf(mode, type),
      {
        type,
        scope: module.scope,
        key: keyOf(source),
        repetition: own(config, "for_each_expression") ?? own(config, "count_expression"),
        resolver: this.#resolver,
        pending: this.#pending,
      },
    );
    const actions = own(change, "actions");
    return {
      address,
      type,
      name,
      mode,
      values: values as Resource["values"],
      location: new LocationWhenAsked(this.#path, address, this.#places),
      ...(Array.isArray(actions) ? { actions: actions.filter((action): action is string => typeof action === "string") } : {}),
      ...(Array.isArray(actions) && (actions.includes("update") || actions.includes("delete"))
        ? { before: this.#before(type, change) as Resource["values"] }
        : {}),
      ...(isObject(own(change, "importing")) ? { imported: true } : {}),
      ...(typeof previous === "string" && previous !== address ? { previousAddress: previous } : {}),
    };
  }

  /** The values a resource has before the change, known to the last. */
  #before(type: string, change: Json | undefined): ValueObject {
    return joinResource(objectOf(own(change, "before")), undefined, own(change, "before_sensitive"), {}, schemaOf("managed", type), {
      type,
      scope: { path: "", config: { resources: new Map(), calls: new Map(), outputs: {}, variables: {} }, children: new Map() },
      key: undefined,
      repetition: undefined,
      resolver: this.#resolver,
      pending: [],
    });
  }

  /** Resources that this plan destroys, or forgets, and does not create again, with the values they had. */
  gone(changes: readonly JsonObject[], action: "delete" | "forget"): readonly Resource[] {
    const gone: Resource[] = [];
    for (const changed of changes) {
      const change = objectOf(own(changed, "change"));
      const actions = own(change, "actions");
      if (!Array.isArray(actions) || actions.length !== 1 || actions[0] !== action || typeof changed.type !== "string") continue;
      gone.push({
        address: changed.address as string,
        type: changed.type,
        name: String(changed.name),
        mode: "managed",
        values: this.#before(changed.type, change) as Resource["values"],
        location: locationOf(this.#path, undefined),
        actions: [action],
      });
    }
    return gone;
  }
}
