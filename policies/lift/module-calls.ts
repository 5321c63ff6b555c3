import type { Json, Resource, ResourceLocation } from "../../model/resource.js";
import { isObject, type JsonObject, MAX_DEPTH, own } from "./normal.js";
import type { ConfigModule } from "./plan/model.js";
import type { SynthValues } from "./synth/values.js";

const TYPE = "Module/call";

/**
 * Calls of modules whose code comes from elsewhere, in the normal form: type `Module/call`, address `module.site.module.queue` without the keys of
 * instances, `source` and `version` as they are written. What lies in the repository itself is judged by its resources alone.
 * Source: developer.hashicorp.com/terraform/language/modules/sources and internals/json-format#configuration-representation
 */
export function callsOfPlan(root: ConfigModule, location: ResourceLocation): readonly Resource[] {
  const found: Resource[] = [];
  const open: { readonly config: ConfigModule; readonly path: readonly string[] }[] = [{ config: root, path: [] }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    for (const [name, { source, version, module }] of item.config.calls) {
      const path = [...item.path, name];
      if (isForeign(source)) found.push(resourceOf(path, { source, ...(typeof version === "string" ? { version } : {}) }, location));
      if (path.length < MAX_DEPTH) open.push({ config: module, path });
    }
  }
  return found.sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** `module` blocks of Terraform JSON configuration. */
export function callsOfSynth(root: JsonObject, values: SynthValues, at: (name: string) => ResourceLocation): readonly Resource[] {
  const calls = own(root, "module");
  if (!isObject(calls)) return [];
  return Object.keys(calls).flatMap((name) => {
    const written = calls[name] as Json;
    const call = Array.isArray(written) ? (written[0] as Json) : written;
    const taken = Object.fromEntries(
      ["source", "version"].flatMap((key) => (own(call, key) === undefined ? [] : [[key, own(call, key) as Json]])),
    );
    if (!isForeign(taken.source)) return [];
    return [resourceOf([name], values.block(taken, TYPE, undefined) as Resource["values"], at(name))];
  });
}

const isForeign = (source: Json | undefined): source is string => typeof source === "string" && !/^\.{1,2}[\\/]/.test(source);

function resourceOf(path: readonly string[], values: Resource["values"], location: ResourceLocation): Resource {
  const address = path.map((name) => `module.${name}`).join(".");
  return { address, type: TYPE, name: path[path.length - 1] as string, mode: "managed", values, location };
}
