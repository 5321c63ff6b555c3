import type { Resource } from "../../model/resource.js";
import { fromAwscc, isCloudFormationOnly } from "./awscc.js";
import { type Expanded, resourcesOfStack } from "./cloudformation.js";
import { isObject, isUnknown, unknown } from "./normal.js";

/**
 * Types the AWS provider lacks reach AWS through Cloud Control, a CloudFormation stack or the awscc provider. All three are lifted as the
 * CloudFormation type with CloudFormation's property names, so that a rule judges them wherever they come from.
 */
export function decodeAll(resources: readonly Resource[]): Expanded {
  const decoded: Resource[] = [];
  const notes: string[] = [];
  let absent = 0;
  for (const resource of resources) {
    if (resource.type === "aws_cloudformation_stack" && resource.mode === "managed") {
      const inside = resourcesOfStack(resource);
      decoded.push(resource, ...inside.resources);
      notes.push(...inside.notes);
      absent += inside.absent;
    } else if (resource.type === "aws_cloudcontrolapi_resource") {
      const one = fromCloudControl(resource);
      if (one.type.includes("::") && !isCloudFormationOnly(one.type))
        notes.push(`${one.address}: no rule judges ${one.type} through Cloud Control, only as a Terraform resource`);
      decoded.push(one);
    } else decoded.push(resource.type.startsWith("awscc_") ? (fromAwscc(resource) ?? resource) : resource);
  }
  return { resources: decoded, notes, absent };
}

/**
 * A Cloud Control resource has the properties in `desired_state`, as JSON text; one that cannot be read makes every property unknown.
 * Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudcontrolapi_resource
 */
function fromCloudControl(resource: Resource): Resource {
  const type = resource.values.type_name;
  if (typeof type !== "string" || !/^\w+::\w+::\w+$/.test(type)) return resource;
  const state = resource.values.desired_state;
  const values = isUnknown(state) ? { ...state, $unknown: "opaque-document" } : isObject(state) ? state : unknown("opaque-document");
  return { ...resource, type, values: values as Resource["values"] };
}
