import type { Json, Resource, ResourceLocation } from "../../model/resource.js";
import { isObject, type JsonObject, own } from "./normal.js";

const TYPE = "Provider/source";
const DEFAULT_REGISTRY = "registry.terraform.io";

/**
 * Where the code of providers comes from, in the normal form: one of type `Provider/source` for each, address `provider["registry.terraform.io/hashicorp/aws"]`, as Terraform
 * writes it, `source` the same. What is built into Terraform comes from nobody else.
 * Source: developer.hashicorp.com/terraform/internals/json-format#configuration-representation and language/providers/requirements#source-addresses
 */
export function sourcesOfPlan(configs: Json | undefined, location: ResourceLocation): readonly Resource[] {
  if (!isObject(configs)) return [];
  return blocksFor(
    Object.values(configs).map((config) => own(config, "full_name")),
    location,
  );
}

/** `required_providers` of Terraform JSON configuration; CDKTF leaves out the registry, and `hashicorp` too. */
export function sourcesOfSynth(root: JsonObject, location: ResourceLocation): readonly Resource[] {
  const required = own(own(root, "terraform"), "required_providers");
  const written = (Array.isArray(required) ? required : [required]).filter(isObject);
  const sources = written.flatMap((each) => Object.keys(each).map((local) => own(each[local], "source") ?? local));
  return blocksFor(
    sources.map((source) => (typeof source === "string" ? fullName(source) : undefined)),
    location,
  );
}

function fullName(source: string): string {
  const parts = source.split("/");
  if (parts.length === 1) return `${DEFAULT_REGISTRY}/hashicorp/${source}`;
  return parts.length === 2 ? `${DEFAULT_REGISTRY}/${source}` : source;
}

function blocksFor(sources: readonly (Json | undefined)[], location: ResourceLocation): readonly Resource[] {
  const foreign = sources.filter((source): source is string => typeof source === "string" && !source.startsWith("terraform.io/builtin/"));
  return [...new Set(foreign)].sort().map((source) => ({
    address: `provider[${JSON.stringify(source)}]`,
    type: TYPE,
    name: source.slice(source.lastIndexOf("/") + 1),
    mode: "managed",
    values: { source },
    location,
  }));
}
