import type { Json, Resource } from "../../../model/resource.js";
import { type Expanded, resourceInside } from "../expanded.js";
import { isObject, isUnknown, type JsonObject, objectOf, own, put, unknown, type Value, type ValueObject } from "../normal.js";
import { isJudgedElsewhere } from "./awscc.js";
import { byTerraformName } from "./by-terraform-name.js";
import { unrolled } from "./loop.js";
import { StackNames } from "./names.js";
import { readTemplate } from "./template.js";

/** What stands in one template. */
export interface OfTemplate extends Expanded {
  /** Keys of the template under which there may be further resources. */
  readonly unread: readonly string[];
}

/**
 * The resources inside the `template_body` of a stack or stack set, at `<stack address>#<LogicalId>`, each as the type that rules know.
 */
export function resourcesOfStack(stack: Resource): OfTemplate {
  const body = stack.values.template_body;
  const none = { resources: [], absent: 0, unread: [] };
  if (body === undefined)
    return { ...none, notes: [`${stack.address}: its template is not in this input, so its resources are not judged`] };
  const text = isUnknown(body) ? body.template : body;
  if (typeof text !== "string")
    return { ...none, notes: [`${stack.address}: its template is known only after apply, so its resources are not judged`] };
  const template = readTemplate(text);
  if (template === undefined) return { ...none, notes: [`${stack.address}: its template cannot be read, so its resources are not judged`] };
  const names = new StackNames(stack, template, isUnknown(body) ? body.refs : []);
  const { written, unread, repeated } = writeOut(objectOf(own(template, "Resources")), (list) => names.functions.list(list));
  names.logicalIds = written;
  const { resources: found, absent } = resourcesOf(stack, written, names);
  const translated = found.map(byTerraformName);
  const resources = translated.map(({ resource }) => resource);
  const elsewhere = new Set(resources.map(({ type }) => type).filter(isJudgedElsewhere));
  return {
    resources,
    absent: absent + unread.length + repeated,
    unread,
    notes: [
      ...(elsewhere.size === 0
        ? []
        : [`${stack.address}: no rule judges ${[...elsewhere].sort().join(", ")} in a template, only as Terraform resources`]),
      ...translated.flatMap(({ notes }) => notes),
      ...(absent === 0 ? [] : [`${stack.address}: conditions of its template leave out ${absent} of its resources`]),
      ...unread.map(
        (key) => `${stack.address}: what ${key} of its template comes to is known only when it is deployed, so it is not judged`,
      ),
    ],
  };
}

/** Each as its CloudFormation type; `absent` is how many of them a condition switches off. */
function resourcesOf(stack: Resource, written: JsonObject, names: StackNames): Pick<OfTemplate, "resources" | "absent"> {
  let absent = 0;
  const resources = Object.keys(written).flatMap((name): readonly Resource[] => {
    const source = written[name];
    const type = own(source, "Type");
    if (typeof type !== "string") return [];
    const condition = own(source, "Condition");
    if (typeof condition === "string" && names.holds(condition) === false) {
      absent += 1;
      return [];
    }
    const properties = names.functions.value(own(source, "Properties") ?? {});
    return [resourceInside(stack, name, type, isObject(properties) ? properties : unknown("opaque-document"))];
  });
  return { resources, absent };
}

interface WrittenOut {
  readonly written: JsonObject;
  readonly unread: readonly string[];
  /** How many keys of the template there are beyond the resources they come to; below zero, where a loop makes more. */
  readonly repeated: number;
}

/** Writes out loops over lists that are known; what else is no resource stays unread. */
function writeOut(resources: JsonObject, listOf: (list: Json) => readonly Value[] | undefined): WrittenOut {
  const written: JsonObject = {};
  const unread: string[] = [];
  let repeated = 0;
  for (const key of Object.keys(resources)) {
    const loop = key.startsWith("Fn::ForEach::") ? unrolled(resources[key] as Json, listOf) : undefined;
    if (loop !== undefined) {
      repeated += 1 - Object.keys(loop).length;
      Object.assign(written, loop);
    } else if (key.startsWith("Fn::")) unread.push(key);
    else put(written as ValueObject, key, resources[key] as Value);
  }
  return { written, unread, repeated };
}
