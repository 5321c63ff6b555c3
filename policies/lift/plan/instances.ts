import { BulwarkError } from "../../../model/errors.js";
import type { InstanceKey } from "../address.js";
import { type JsonObject, own } from "../normal.js";
import type { PlannedModule } from "./model.js";

/** Addresses of the instances of a resource with `count` or `for_each`, by their keys, in the order of the plan. */
type Instances = ReadonlyMap<InstanceKey, string>;

/** Which of them exist, by the address without the last instance key. A resource without is at that address. */
export type InstanceIndex = ReadonlyMap<string, Instances>;

interface Indexed {
  readonly keyed: InstanceIndex;
  readonly byAddress: ReadonlyMap<string, JsonObject>;
}

/** @throws BulwarkError BW_PLAN_INCOMPLETE */
export function indexInstances(path: string, modules: readonly PlannedModule[]): Indexed {
  const keyed = new Map<string, Map<InstanceKey, string>>();
  const byAddress = new Map<string, JsonObject>();
  for (const { scope, resources } of modules) {
    for (const resource of resources) {
      const address = own(resource, "address");
      if (typeof address !== "string" || typeof resource.type !== "string")
        throw new BulwarkError("BW_PLAN_INCOMPLETE", { path, problem: "a planned resource has no address or type" });
      if (byAddress.has(address)) throw new BulwarkError("BW_PLAN_INCOMPLETE", { path, problem: `the address ${address} occurs twice` });
      byAddress.set(address, resource);
      const key = instanceKey(resource);
      if (key === undefined) continue;
      const base = `${scope.path === "" ? "" : `${scope.path}.`}${resource.mode === "data" ? "data." : ""}${resource.type}.${String(resource.name)}`;
      const instances = keyed.get(base);
      if (instances === undefined) keyed.set(base, new Map([[key, address]]));
      else instances.set(key, address);
    }
  }
  return { keyed, byAddress };
}

export function instanceKey(resource: JsonObject): InstanceKey | undefined {
  const index = own(resource, "index");
  return typeof index === "string" || typeof index === "number" ? index : undefined;
}
