import type { Json } from "../../../model/resource.js";
import { countChanges, countModuleTree, forgottenIn } from "../count.js";
import { isObject, type JsonObject, objectOf, own } from "../normal.js";
import { type ConfigModule, modulesOfChanges, type PlannedModule, readModules } from "./model.js";
import type { ShortPlan } from "./text.js";

/** Where what a plan says of its resources stands in it. */
export interface PlanView {
  /** Also of what is destroyed. */
  readonly changes: readonly JsonObject[];
  /** Each resource as an object with its address, mode, type, name and index. */
  readonly modulesOf: (config: ConfigModule) => readonly PlannedModule[];
  readonly changeOf: (resource: JsonObject) => JsonObject | undefined;
  readonly valuesOf: (resource: JsonObject) => Json | undefined;
  readonly count: () => number;
}

/** In its planned values, with the change of each. */
export function viewOfWhole(plan: JsonObject): PlanView {
  const root = own(own(plan, "planned_values"), "root_module");
  const changes = new Map(changesOf(plan).map((change) => [change.address, change]));
  const stays = (source: JsonObject): boolean => {
    const change = changes.get(source.address);
    return change === undefined || !isOnly(change, "forget");
  };
  return {
    changes: [...changes.values()],
    modulesOf: (config) =>
      readModules(objectOf(root), config).map(({ scope, resources }) => ({ scope, resources: resources.filter(stays) })),
    changeOf: (source) => changes.get(source.address),
    valuesOf: (source) => own(source, "values"),
    count: () => countModuleTree(root, forgottenIn(own(plan, "resource_changes"))),
  };
}

/**
 * In its changes, of which its planned values are a repetition.
 * @returns undefined when there are not as many of both
 */
export function viewOfShort({ plan, planned }: ShortPlan): PlanView | undefined {
  const changes = changesOf(plan);
  const remaining = changes.filter((change) => isObject(own(own(change, "change"), "after")));
  // Terraform lists what is forgotten among the planned values, without any.
  if (remaining.length + changes.filter((change) => isOnly(change, "forget")).length !== planned) return undefined;
  return {
    changes,
    modulesOf: (config) => modulesOfChanges(remaining, config),
    changeOf: (source) => source,
    valuesOf: (source) => own(own(source, "change"), "after"),
    count: () => countChanges(own(plan, "resource_changes")),
  };
}

/** Entries of `resource_changes`. A deposed object shares the address of the resource that replaces it. */
function changesOf(plan: JsonObject): readonly JsonObject[] {
  const list = own(plan, "resource_changes");
  return (Array.isArray(list) ? (list as readonly Json[]) : []).filter(
    (change): change is JsonObject => isObject(change) && typeof change.address === "string" && change.deposed === undefined,
  );
}

/**
 * Whether that and nothing else happens to a resource: it is destroyed and not made again, or taken out of the state and left as it is
 * (`removed { lifecycle { destroy = false } }`), so that nothing that the plan holds describes it.
 */
export function isOnly(change: JsonObject, action: "delete" | "forget"): boolean {
  const actions = own(own(change, "change"), "actions");
  return Array.isArray(actions) && actions.length === 1 && actions[0] === action;
}
