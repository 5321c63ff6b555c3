import type { Resource } from "../../model/resource.js";
import { fromAwscc, isJudgedElsewhere } from "./cfn/awscc.js";
import { byTerraformName } from "./cfn/by-terraform-name.js";
import { resourcesOfStack } from "./cfn/cloudformation.js";
import { holdsProvisioningTemplate, policiesOfTemplate } from "./embedded/provisioning.js";
import type { Expanded } from "./expanded.js";
import { isObject, isUnknown, unknown } from "./normal.js";

/**
 * Types the AWS provider lacks reach AWS through Cloud Control, a CloudFormation stack or the awscc provider. All three are lifted as the
 * CloudFormation type with CloudFormation's property names, so that a rule judges them wherever they come from.
 * @param within all resources of the input, if these are but some
 */
export function decodeAll(resources: readonly Resource[], within = resources): Expanded {
  const decoded: Resource[] = [];
  const notes: string[] = [];
  let absent = 0;
  for (const resource of resources) {
    if (TEMPLATE_HOLDERS.has(resource.type) && resource.mode === "managed") {
      const inside = resourcesOfStack(resource.type === STACK_SET ? withOverrides(resource, within) : resource);
      decoded.push(inside.unread.length === 0 ? resource : withUnread(resource, inside.unread), ...inside.resources);
      notes.push(...inside.notes);
      absent += inside.absent;
    } else if (resource.type === "aws_cloudcontrolapi_resource") {
      const one = byTerraformName(fromCloudControl(resource));
      const { address, type } = one.resource;
      if (isJudgedElsewhere(type)) notes.push(`${address}: no rule judges ${type} through Cloud Control, only as a Terraform resource`);
      decoded.push(one.resource);
      notes.push(...one.notes);
    } else if (holdsProvisioningTemplate(resource.type) && resource.mode === "managed") {
      const inside = policiesOfTemplate(resource);
      decoded.push(resource, ...inside.resources);
      notes.push(...inside.notes);
    } else if (resource.type.startsWith("awscc_")) {
      const one = byTerraformName(fromAwscc(resource) ?? resource);
      decoded.push(one.resource);
      notes.push(...one.notes);
    } else decoded.push(resource);
  }
  return { resources: decoded, notes, absent };
}

const STACK_SET = "aws_cloudformation_stack_set";
const TEMPLATE_HOLDERS: ReadonlySet<string> = new Set(["aws_cloudformation_stack", STACK_SET]);
const INSTANCES: ReadonlySet<string> = new Set(["aws_cloudformation_stack_set_instance", "aws_cloudformation_stack_instances"]);

/** Whether decoding these may take resources from elsewhere in the input. */
export const needsTheRest = (resources: readonly Resource[]): boolean => resources.some(({ type }) => type === STACK_SET);

/** For rules that miss a resource: there may be further ones under these keys of the template. */
const withUnread = (stack: Resource, unread: readonly string[]): Resource => ({ ...stack, values: { ...stack.values, $unread: unread } });

/**
 * A stack set whose parameters are not known where one of its instances gives them another value: there is one template and several truths.
 * Source: registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudformation_stack_set_instance
 */
function withOverrides(set: Resource, resources: readonly Resource[]): Resource {
  const overrides = resources
    .filter(
      ({ type, values }) => INSTANCES.has(type) && values.parameter_overrides !== undefined && isInstanceOf(values.stack_set_name, set),
    )
    .map(({ values }) => values.parameter_overrides);
  if (overrides.length === 0) return set;
  const parameters = overrides.some((each) => !isObject(each) || isUnknown(each))
    ? unknown("expression")
    : {
        ...(set.values.parameters as object),
        ...Object.fromEntries(overrides.flatMap((each) => Object.keys(each ?? {})).map((name) => [name, unknown("expression")])),
      };
  return { ...set, values: { ...set.values, parameters: parameters as Resource["values"][string] } };
}

const isInstanceOf = (name: unknown, { address, values }: Resource): boolean =>
  isUnknown(name) ? name.refs.includes(address) : name === values.name;

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
