import type { Json, Resource } from "../../../model/resource.js";
import { type JsonObject, own } from "../normal.js";

/** What a plan takes out of the state without touching it. */
export function forgottenNote(forgotten: readonly Resource[]): readonly string[] {
  const addresses = forgotten.filter(({ mode }) => mode === "managed").map(({ address }) => address);
  if (addresses.length === 0) return [];
  return [`no longer managed after this plan, so not judged: ${few(addresses)}`];
}

/**
 * What the whole configuration would bring and this plan leaves for another one.
 * Source: developer.hashicorp.com/terraform/internals/json-format#plan-representation (complete, deferred_changes)
 */
export function notPlanned(plan: JsonObject): readonly string[] {
  const list = own(plan, "deferred_changes");
  const deferred = Array.isArray(list) ? (list as readonly Json[]) : [];
  const addresses = deferred.map((entry) => String(own(own(entry, "resource_change"), "address") ?? "?"));
  return [
    ...(addresses.length === 0 ? [] : [`${addresses.length} deferred to a later plan, so not judged: ${few(addresses)}`]),
    ...(own(plan, "complete") === false
      ? [
          "the plan is not complete (-target, or changes that are deferred): another plan has to follow, and what that one holds is not judged",
        ]
      : []),
  ];
}

const MOST_NAMED = 5;
export const few = (items: readonly string[]): string =>
  [...items.slice(0, MOST_NAMED), ...(items.length > MOST_NAMED ? [`and ${items.length - MOST_NAMED} more`] : [])].join(", ");
