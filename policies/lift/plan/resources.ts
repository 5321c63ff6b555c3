import type { Json, Resource } from "../../../model/resource.js";
import { type PendingDocument, PolicyDocuments } from "../embedded/policy-documents.js";
import { decodeAll, needsTheRest } from "../encodings.js";
import type { Expanded } from "../expanded.js";
import { LocationWhenAsked, locationOf, type Places } from "../locate.js";
import { isObject, type JsonObject, objectOf, own, type ValueObject } from "../normal.js";
import { schemaOf } from "../provider-schema.js";
import { instanceKey } from "./instances.js";
import { joinResource } from "./join.js";
import { NO_MODULE, type PlannedModule } from "./model.js";
import type { ReadDocument } from "./read-document.js";
import type { ReferenceResolver } from "./references.js";
import { isOnly, type PlanView } from "./view.js";

/** Told of each module instance once its resources are lifted, while later ones are not: the same objects that come out in the end. */
export type OnModule = (resources: readonly Resource[]) => void;

/** Turns the resources of a plan into the normal form, one module instance after the other. */
export class PlanResources {
  readonly #path: string;
  readonly #view: PlanView;
  readonly #resolver: ReferenceResolver;
  readonly #regions: ReadonlyMap<string, string> | undefined;
  readonly #places: () => Places;
  readonly #readDocument: ReadDocument;
  readonly #documents = new PolicyDocuments();
  /** Of the module at hand. */
  readonly #pending: PendingDocument[] = [];
  /** Of earlier modules, whose document may stand in a later one. */
  readonly #open: PendingDocument[] = [];

  /** @param regions where resources are made, by the provider that the configuration names for them */
  constructor(
    path: string,
    view: PlanView,
    resolver: ReferenceResolver,
    regions: ReadonlyMap<string, string> | undefined,
    places: () => Places,
    readDocument: ReadDocument,
  ) {
    this.#path = path;
    this.#view = view;
    this.#resolver = resolver;
    this.#regions = regions;
    this.#places = places;
    this.#readDocument = readDocument;
  }

  /** What is there after the plan. */
  remaining(modules: readonly PlannedModule[], onModule?: OnModule): Expanded {
    const perModule = modules.map((module) => this.#module(module, onModule));
    for (const pending of this.#open) this.#documents.settle(pending, true);
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
    this.#documents.add(lifted);
    const open = this.#pending.splice(0).filter((pending) => !this.#documents.settle(pending));
    for (const pending of open) this.#open.push(pending);
    if (open.length > 0 || needsTheRest(lifted)) return { lifted };
    const expanded = decodeAll(lifted);
    if (module.scope.path !== "") onModule?.(expanded.resources);
    return { lifted, expanded };
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
        address,
        readDocument: this.#readDocument,
        type,
        scope: module.scope,
        key: instanceKey(source),
        repetition: own(config, "for_each_expression") ?? own(config, "count_expression"),
        resolver: this.#resolver,
        pending: this.#pending,
      },
    );
    const actions = own(change, "actions");
    const region = this.#regions?.get(String(own(config, "provider_config_key")));
    return {
      address,
      type,
      name,
      mode,
      values: values as Resource["values"],
      ...(region === undefined ? {} : { region }),
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
      address: "",
      type,
      scope: NO_MODULE,
      key: undefined,
      repetition: undefined,
      resolver: this.#resolver,
      pending: [],
    });
  }

  /** Resources that this plan destroys, or forgets, and does not create again, with the values they had. */
  gone(action: "delete" | "forget"): readonly Resource[] {
    const gone: Resource[] = [];
    for (const changed of this.#view.changes) {
      if (!isOnly(changed, action) || typeof changed.type !== "string") continue;
      gone.push({
        address: changed.address as string,
        type: changed.type,
        name: String(changed.name),
        mode: "managed",
        values: this.#before(changed.type, own(changed, "change")) as Resource["values"],
        location: locationOf(this.#path, undefined),
        actions: [action],
      });
    }
    return gone;
  }
}
