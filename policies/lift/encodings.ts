import type { Resource } from "../../model/resource.js";
import { isObject, isUnknown, unknown } from "./normal.js";

/**
 * Types the AWS provider lacks reach AWS through `aws_cloudcontrolapi_resource`. Such a resource is lifted as its CloudFormation type, with the
 * properties of `desired_state` as its values (CloudFormation's own names), so that a rule judges it wherever it comes from. A desired state
 * that cannot be read makes every property unknown. Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudcontrolapi_resource
 */
export function asCloudFormationType(resource: Resource): Resource {
  const type = resource.values.type_name;
  if (resource.type !== "aws_cloudcontrolapi_resource" || typeof type !== "string" || !/^\w+::\w+::\w+$/.test(type)) return resource;
  const state = resource.values.desired_state;
  const values = isUnknown(state) ? { ...state, $unknown: "opaque-document" } : isObject(state) ? state : unknown("opaque-document");
  return { ...resource, type, values: values as Resource["values"] };
}
