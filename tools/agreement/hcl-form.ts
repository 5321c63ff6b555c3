import type { Json } from "../../model/resource.js";
import { isObject, type JsonObject, objectOf, own } from "../../policies/lift/normal.js";

/**
 * What a reader of HCL would make of the configuration behind a plan: of each resource only what somebody wrote, a block that stands once as an object, an attribute that
 * is another one's as the reference it is written by. Resources by type, then by name.
 */
export function writtenIn(plan: JsonObject): Readonly<Record<string, JsonObject>> {
  const placed = resourcesOf(objectOf(plan.planned_values).root_module, objectOf(plan.configuration).root_module);
  const planned = new Map(placed.map(({ resource }) => [`${resource.type}.${resource.name}`, objectOf(resource.values)]));
  const found: Record<string, JsonObject> = {};
  for (const { resource, expressions } of placed) {
    const type = String(resource.type);
    found[type] ??= {};
    found[type][String(resource.name)] = written(expressions, objectOf(resource.values), planned);
  }
  return found;
}

/** Planned values by `type.name`. */
type Planned = ReadonlyMap<string, JsonObject>;

interface Placed {
  readonly resource: JsonObject;
  readonly expressions: JsonObject;
}

function resourcesOf(planned: Json | undefined, configured: Json | undefined): readonly Placed[] {
  const configurations = listOf(own(configured, "resources"));
  const here = listOf(own(planned, "resources")).flatMap((resource) => {
    if (resource.mode !== "managed") return [];
    const configuration = configurations.find(
      ({ type, name, mode }) => mode === "managed" && type === resource.type && name === resource.name,
    );
    return [{ resource, expressions: objectOf(configuration?.expressions) }];
  });
  const inner = listOf(own(planned, "child_modules")).flatMap((module) => {
    const name = /^(?:.*\.)?module\.([^.[]+)(?:\[.*\])?$/.exec(String(module.address))?.[1] ?? "";
    return resourcesOf(module, own(own(own(configured, "module_calls"), name), "module"));
  });
  return [...here, ...inner];
}

const listOf = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function written(expressions: JsonObject, values: JsonObject, planned: Planned): JsonObject {
  const entries = Object.entries(expressions).flatMap(([key, expression]): [string, Json][] => {
    const value = own(values, key);
    if (Array.isArray(expression)) return [[key, blocks(expression, value, planned)]];
    if (!isObject(expression)) return [];
    if (!isExpression(expression)) return [[key, written(expression, objectOf(Array.isArray(value) ? value[0] : value), planned)]];
    const said = expression.constant_value ?? referenceIn(expression, value, planned) ?? value;
    return said === undefined || said === null ? [] : [[key, said]];
  });
  return Object.fromEntries(entries);
}

function blocks(expressions: readonly Json[], value: Json | undefined, planned: Planned): Json {
  const all = expressions.map((one, index) => written(objectOf(one), objectOf(Array.isArray(value) ? value[index] : value), planned));
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : all;
}

/** https://developer.hashicorp.com/terraform/internals/json-format#expression-representation */
const isExpression = (value: JsonObject): boolean => "constant_value" in value || "references" in value || Object.keys(value).length === 0;

/** That of a value which is not known yet, or is just what another resource has there. */
function referenceIn(expression: JsonObject, value: Json | undefined, planned: Planned): string | undefined {
  const [first] = Array.isArray(expression.references) ? expression.references : [];
  if (typeof first !== "string") return undefined;
  const [, resource = "", attribute = ""] = /^([^.]+\.[^.[]+)(?:\[[^\]]*\])?\.(\w+)$/.exec(first) ?? [];
  const there = own(planned.get(resource), attribute);
  return value === undefined || value === null || (there !== undefined && there === value) ? `\${${first}}` : undefined;
}
