import { BulwarkError } from "../../../model/errors.js";
import type { LiftedInput, ResourceLocation } from "../../../model/resource.js";
import { countModuleTree } from "../count.js";
import { readDeviations } from "../deviations.js";
import { planDocuments } from "../hcl/plan-documents.js";
import { LineCounter, LocationWhenAsked, locateAddresses } from "../locate.js";
import { callsOfPlan } from "../module-calls.js";
import { type JsonObject, objectOf, own } from "../normal.js";
import { sourcesOfPlan } from "../provider-sources.js";
import { blocksOf, providersOfPlan, regionsOf, withImplied } from "../providers.js";
import { indexInstances } from "./instances.js";
import { readConfig } from "./model.js";
import { forgottenNote, notPlanned } from "./notes.js";
import type { ReadDocument } from "./read-document.js";
import { ReferenceResolver } from "./references.js";
import { type OnModule, PlanResources } from "./resources.js";
import type { ShortPlan } from "./text.js";
import { type PlanView, viewOfShort, viewOfWhole } from "./view.js";

/** Major version of the plan format that we read; Terraform raises the minor for additions only. Source: developer.hashicorp.com/terraform/internals/json-format */
const SUPPORTED = /^1\.\d+$/;

export interface LiftHooks {
  /** Not told of the root, nor of a module of which something is not known before the end. */
  readonly onModule?: OnModule | undefined;
  /** Without it documents are read as far as the plan itself has them. */
  readonly readDocument?: ReadDocument | undefined;
}

/**
 * Lifts the JSON of `terraform show -json PLAN` (Terraform or OpenTofu, format 1.x).
 * @param text the same JSON as text, for line numbers; an empty string leaves them out
 * @throws BulwarkError BW_PLAN_VERSION, BW_PLAN_INCOMPLETE
 */
export function liftPlan(path: string, plan: JsonObject, text: string, hooks: LiftHooks = {}): LiftedInput {
  refusePartial(path, plan);
  return lift(path, plan, () => text, hooks, viewOfWhole(plan));
}

/**
 * Lifts a plan from its changes.
 * @param read the whole plan as text, for line numbers
 * @returns undefined when they cannot stand for the whole, or the plan is not as it should be: the whole of it tells what is wrong
 */
export function liftShortPlan(path: string, short: ShortPlan, read: () => string, hooks: LiftHooks = {}): LiftedInput | undefined {
  const view = viewOfShort(short);
  if (view === undefined) return undefined;
  try {
    refusePartial(path, short.plan);
    return lift(path, short.plan, once(read), hooks, view);
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return undefined;
    throw thrown;
  }
}

function lift(
  path: string,
  plan: JsonObject,
  text: () => string,
  { onModule, readDocument = planDocuments() }: LiftHooks,
  view: PlanView,
): LiftedInput {
  const config = readConfig(objectOf(own(own(plan, "configuration"), "root_module")));
  const modules = view.modulesOf(config);
  const instances = indexInstances(path, modules);
  const variables = objectOf(own(plan, "variables"));
  const resolver = new ReferenceResolver(instances.keyed, variables);
  const configured = own(own(plan, "configuration"), "provider_config");
  const providers = providersOfPlan(placeOf(path, text, "provider_config"), configured, config, variables, resolver);
  const lifting = new PlanResources(
    path,
    view,
    resolver,
    regionsOf(providers),
    once(() => locateAddresses(text(), instances.byAddress)),
    readDocument,
  );
  const { resources, notes, absent } = lifting.remaining(modules, onModule);
  const deleted = lifting.gone("delete");
  const forgotten = lifting.gone("forget");
  const unplanned = notPlanned(plan);
  const told = [...notes, ...forgottenNote(forgotten), ...unplanned];
  const blocks = [
    ...withImplied(blocksOf(providers), resources, path),
    ...sourcesOfPlan(configured, placeOf(path, text, "provider_config")),
    ...callsOfPlan(config, placeOf(path, text, "module_calls")),
  ];
  return {
    path,
    kind: "plan",
    resources,
    ...(blocks.length === 0 ? {} : { blocks }),
    ...(deleted.length === 0 ? {} : { deleted }),
    ...(forgotten.length === 0 ? {} : { forgotten }),
    ...(unplanned.length === 0 ? {} : { partial: true }),
    ...(told.length === 0 ? {} : { notes: told }),
    resourcesInInput: view.count() - absent,
    deviations: readDeviations(own(own(own(own(plan, "planned_values"), "outputs"), "bulwark_deviations"), "value")),
  };
}

/** Provider blocks and calls of modules have no place of their own that can be told in a plan, but all stand together. */
const placeOf = (path: string, text: () => string, section: "provider_config" | "module_calls"): ResourceLocation =>
  new LocationWhenAsked(
    path,
    section,
    once(() => {
      const whole = text();
      // The configuration begins with its providers; an attribute may be called configuration, too.
      const providers = whole.lastIndexOf('"provider_config":');
      const offset = section === "provider_config" ? providers : whole.indexOf(`"${section}":`, Math.max(0, providers));
      return offset < 0 ? new Map() : new Map([[section, new LineCounter(whole).at(offset)]]);
    }),
  );

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
