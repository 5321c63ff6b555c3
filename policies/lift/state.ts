import { BulwarkError } from "../../model/errors.js";
import type { Json, LiftedInput, Resource } from "../../model/resource.js";
import { countModuleTree } from "./count.js";
import { readDeviations } from "./deviations.js";
import { decodeAll } from "./encodings.js";
import { locateAddresses, locationOf } from "./locate.js";
import { isObject, type JsonObject, objectOf, own } from "./normal.js";
import { joinResource } from "./plan/join.js";
import { NO_MODULE, readModules } from "./plan/model.js";
import { ReferenceResolver } from "./plan/references.js";
import { type BlockSchema, schemaOf } from "./provider-schema.js";
import { withImplied } from "./providers.js";

/** Major version of the state format that we read. Source: developer.hashicorp.com/terraform/internals/json-format#state-representation */
const SUPPORTED = /^1\.\d+$/;

/**
 * Lifts the JSON of `terraform show -json` of a state (Terraform or OpenTofu, format 1.x). Everything is known, and nothing says who wrote it or
 * what refers to what: resources find each other by their ids, names and ARNs.
 * @param text the same JSON as text, for line numbers
 * @throws BulwarkError BW_STATE_FORMAT
 */
export function liftState(path: string, state: JsonObject, text: string): LiftedInput {
  const version = own(state, "format_version");
  if (typeof version !== "string" || !SUPPORTED.test(version))
    throw new BulwarkError("BW_STATE_FORMAT", {
      path,
      problem: `state format_version ${JSON.stringify(version ?? null)} is not supported`,
    });
  const root = own(own(state, "values"), "root_module");
  const resolver = new ReferenceResolver(new Map(), {});
  const modules = readModules(objectOf(root), NO_MODULE.config);
  const sources = new Map<string, JsonObject>();
  const notes: string[] = [];
  for (const source of modules.flatMap((module) => module.resources)) {
    const { address } = source;
    if (typeof address !== "string" || typeof source.type !== "string")
      throw new BulwarkError("BW_STATE_FORMAT", { path, problem: "a resource has no address or type" });
    if (source.deposed_key !== undefined) {
      notes.push(`${address} has an object left over from a replacement (${String(source.deposed_key)}): it is not judged`);
      continue;
    }
    if (sources.has(address)) throw new BulwarkError("BW_STATE_FORMAT", { path, problem: `the address ${address} occurs twice` });
    sources.set(address, source);
  }
  const places = locateAddresses(text, sources);
  const resources = [...sources].map(([address, source]): Resource => {
    const type = source.type as string;
    const mode = source.mode === "data" ? "data" : "managed";
    const values = own(source, "values");
    const schema = schemaOf(mode, type);
    const joined = joinResource(
      isObject(values) ? withoutEmpty(values, schema) : {},
      undefined,
      own(source, "sensitive_values"),
      {},
      schema,
      {
        address,
        type,
        scope: NO_MODULE,
        key: undefined,
        repetition: undefined,
        resolver,
        pending: [],
      },
    );
    return {
      address,
      type,
      name: String(source.name),
      mode,
      values: joined as Resource["values"],
      location: locationOf(path, places.get(address)),
    };
  });
  const decoded = decodeAll(resources);
  notes.push(...decoded.notes);
  return {
    path,
    kind: "state",
    resources: decoded.resources,
    blocks: withImplied([], resources, path),
    ...(notes.length === 0 ? {} : { notes }),
    deviations: readDeviations(own(own(own(own(state, "values"), "outputs"), "bulwark_deviations"), "value")),
    resourcesInInput: countModuleTree(root) - decoded.absent,
  };
}

/** A provider keeps "" for a text that nobody set; in the normal form that is absent. Texts inside maps and lists are somebody's. */
function withoutEmpty(values: JsonObject, schema: BlockSchema | undefined): JsonObject {
  const kept: [string, Json][] = [];
  for (const key of Object.keys(values)) {
    const value = values[key] as Json;
    if (value === "") continue;
    const block = schema?.blocks.get(key)?.block;
    const inner =
      block === undefined || !Array.isArray(value) ? value : value.map((item: Json) => (isObject(item) ? withoutEmpty(item, block) : item));
    kept.push([key, inner]);
  }
  // Unlike assignment, this makes `__proto__` an ordinary key.
  return Object.fromEntries(kept);
}
